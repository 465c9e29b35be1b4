"""A mandate in words, and the names of its two sides: they stand together wherever it is used."""

from uuid import UUID

from app import catalogue, people
from app.identity import accounts
from app.identity.linking import persons
from app.identity.mandating import reading
from app.identity.mandating.giving import GUARDIAN
from app.identity.mandating.reading import Held
from app.kit.actor import BOTH, HELPER, PERSON
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, listed, translate

ACTS_FOR = N_("%(helper)s acts for %(giver)s")
"""Both names, on every screen, entry, mail and letter."""


TOLD = {
    BOTH: N_("Both: the person and the helper"),
    PERSON: N_("Only the person it is for"),
    HELPER: N_("Only the helper"),
}
"""Who gets the notices."""


def giver(unit: Unit, held: Held) -> str:
    return people.name(unit, held.person_id)


def helper(unit: Unit, held: Held) -> str:
    """By name once she said yes, by the address until then."""
    return account_name(unit, held.account_id) if held.account_id else reading.email(unit, held)


def account_name(unit: Unit, account_id: UUID) -> str:
    """As the record has her, else as her account is called, else its address."""
    link = persons.of_account(unit, account_id)
    known = people.name(unit, link.person_id) if link else ""
    contact = accounts.last_contact(unit, account_id)
    return known or (contact.name or contact.email if contact else "")


def both(unit: Unit, account_id: UUID, person_id: UUID, locale: str) -> str:
    """Who acts for whom, in one sentence."""
    return translate(locale, ACTS_FOR, helper=account_name(unit, account_id), giver=people.name(unit, person_id))


def sentence(unit: Unit, held: Held, locale: str) -> str:
    """Who acts for whom by this mandate."""
    return translate(locale, ACTS_FOR, helper=helper(unit, held), giver=giver(unit, held))


def what(unit: Unit, held: Held, locale: str) -> str:
    """In which services."""
    if held.kind == GUARDIAN:
        return translate(locale, N_("As guardian, in everything that is not confidential"))
    if not held.services:
        return translate(locale, N_("Everything that is not confidential"))
    found = [catalogue.service(unit, id) for id in held.services]
    return listed((str(catalogue.texts(unit, each, locale)("service.name")) for each in found if each), locale)


def rights(held: Held, locale: str) -> str:
    return translate(locale, N_("Read and act") if held.acts else N_("Read only"))


def notices(held: Held, locale: str) -> str:
    return translate(locale, TOLD[held.notices])


def until(held: Held, locale: str) -> str:
    if held.until is None:
        return translate(locale, N_("Until one of the two ends it"))
    return translate(locale, N_("Until %(day)s"), day=format_day(held.until, locale))

"""Giving a mandate, and saying yes to one. What is wrong with it is said exactly; nothing is half given."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import update

from app import catalogue
from app.identity import accounts
from app.identity.linking import persons
from app.identity.mandating import reading
from app.identity.mandating.events import MandateAccepted, MandateGiven
from app.identity.mandating.models import Mandate
from app.identity.mandating.reading import Held
from app.kit import audit, crypto, db, events, keys
from app.kit.actor import BOTH, Actor
from app.kit.db import Unit
from app.kit.errors import NotFound, Refused
from app.kit.i18n import N_
from app.kit.ids import derived, fold_code, new_id
from app.kit.inputs import Invalid, Problem

LENGTH = 8
MANDATE, GUARDIAN = "mandate", "guardian"
ONLINE, PAPER, COUNTER, RECORD = "online", "paper", "counter", "record"
OWN = N_("This is your own address. A mandate is for somebody else: for yourself you need none.")
TWICE = N_("This person may act for you already. End that mandate first, then give a new one.")


class Unknown(Refused):
    """Only a person whom the town knows can let somebody act for her."""

    title = N_("The town does not know yet who you are")
    words = N_("To let somebody act for you, show first who you are. Then come back.")


class ForOneself(Refused):
    """The helper is the giver."""

    title = N_("This mandate is for yourself")
    words = N_("It is from you and to you. For yourself you need no mandate: apply as always.")


def allowed(unit: Unit) -> list[catalogue.Service]:
    """The services in which somebody may act for another."""
    return [each for each in catalogue.services(unit) if each.mandate]


def give(
    unit: Unit, by: Actor, person_id: UUID, email: str, services: Sequence[str], acts: bool, until: date | None,
    *, kind: str = MANDATE, how: str = ONLINE, seen: str = "", notices: str = BOTH,
) -> UUID:  # fmt: skip
    """Let whoever has this address act for a person. She has to say yes first."""
    mandate_id = write(
        unit, by, person_id, email, services, acts, until, kind=kind, how=how, seen=seen, notices=notices
    )
    audit.record(unit, by, "mandate_given", persons=(person_id,), subject=person_id, purpose=f"seen:{seen}")
    events.record(unit, MandateGiven(person_id, mandate_id))
    return mandate_id


def write(
    unit: Unit, by: Actor, person_id: UUID, email: str, services: Sequence[str], acts: bool, until: date | None,
    *, kind: str = MANDATE, how: str = ONLINE, seen: str = "", notices: str = BOTH,
) -> UUID:  # fmt: skip
    """The mandate itself, if it is for somebody else and the first of its kind between the two."""
    token, standing = check(unit, person_id, email)
    mandate_id = new_id()
    db.add(
        unit, Mandate, id=mandate_id, person_id=person_id, email_token=token, account_id=None, services=list(services),
        code=digest(unit, code(unit, mandate_id)),
        email=keys.seal(unit, person_id, keys.place(Mandate, "email", mandate_id), email.strip()), acts=acts,
        kind=kind, how=how, seen=seen, by=by.account_id, created_at=unit.now, until=until, accepted_at=None,
        ended_at=None, ended="", notices=notices, standing=standing,
    )  # fmt: skip
    return mandate_id


def check(unit: Unit, person_id: UUID, email: str) -> tuple[bytes, bytes]:
    """Nobody gives one to herself, nor twice to the same: the tokens of the address and of the pair, or Invalid."""
    if accounts.by_email(unit, email) in [link.account_id for link in persons.of_person(unit, person_id)]:
        raise Invalid({"email": Problem(OWN)})
    token = accounts.email_token(unit, email)
    standing = crypto.blind(unit.town.keys, "mandate", f"{person_id}|{token.hex()}")
    if reading.stands(unit, standing):
        raise Invalid({"email": Problem(TWICE)})
    return token, standing


def code(unit: Unit, mandate_id: UUID) -> str:
    """What the giver tells the helper, made from the id by a key that only the town has."""
    return derived(unit.town.keys.stable("mandate_code"), mandate_id, LENGTH)


def digest(unit: Unit, plain: str) -> bytes:
    return crypto.digest(unit.town.keys, "mandate_code", plain)


def bring(unit: Unit, actor: Actor, typed: str) -> bool:
    """The helper brings the code: from now on this account sees what it is asked. Until then the address, which may be
    a wrong one, learns nothing. The same questions for every code."""
    contact = accounts.contact(unit, actor.account_id) if actor.account_id else None
    token = accounts.email_token(unit, contact.email if contact else "")
    found = reading.asked(unit, digest(unit, fold_code(typed)), token)
    if found is None:
        return False
    table = db.table(Mandate)
    db.change(unit, update(table).where(table.c.id == found).values(account_id=actor.account_id))
    return True


def accept(unit: Unit, actor: Actor, mandate_id: UUID) -> None:
    """The helper says yes, by the account that has the address. Pressed twice it stays one yes."""
    held = offered(unit, actor, mandate_id)
    if held.accepted_at is not None:
        return
    if actor.person_id == held.person_id:
        raise ForOneself(path="/me/mandates", link=N_("Mandates"))
    table = db.table(Mandate)
    mine = (table.c.id == held.id) & table.c.accepted_at.is_(None) & table.c.ended_at.is_(None)
    if db.change(unit, update(table).where(mine).values(accepted_at=unit.now, account_id=actor.account_id)) != 1:
        raise NotFound
    audit.record(unit, actor, "mandate_accepted", persons=(held.person_id,), subject=held.person_id)
    events.record(unit, MandateAccepted(held.person_id, held.id))


def offered(unit: Unit, actor: Actor, mandate_id: UUID) -> Held:
    """A mandate that stands and is for this account, or as if it were not there."""
    held = reading.one(unit, mandate_id)
    if held is None or held.ended_at is not None or not is_for(unit, actor, held):
        raise NotFound
    return held


def is_for(unit: Unit, actor: Actor, held: Held) -> bool:
    """Whether this account is its helper: the one that brought the code."""
    return held.account_id is not None and held.account_id == actor.account_id

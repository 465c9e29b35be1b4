"""Who acts for whom, in words: on pages, in messages and letters, and the copy that the helper gets."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from app import identity, notifications
from app.cases.helping import reaching
from app.cases.queries import Case
from app.identity import mandates
from app.kit.actor import HELPER, PERSON, Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate

BEGAN = N_("%(helper)s began this for you.")


def sentence(unit: Unit, case: Case, locale: str) -> str:
    """Both names, where somebody sent this case for another; "" elsewhere."""
    if case.helper_id is None or case.person_id is None:
        return ""
    return mandates.both(unit, case.helper_id, case.person_id, locale)


def began(unit: Unit, reader: Actor, draft: Any) -> str:
    """Who began a draft for whom, where that is not the same; "" elsewhere."""
    if draft.person_id is None or draft.account_id is None or draft.taken_by is not None:
        return ""
    if draft.account_id == reader.account_id:
        return "" if draft.person_id == reader.person_id else _both(unit, reader, draft.person_id)
    return translate(reader.locale, BEGAN, helper=mandates.account_name(unit, draft.account_id))


def _both(unit: Unit, actor: Actor, person_id: UUID) -> str:
    return mandates.both(unit, actor.account_id, person_id, actor.locale) if actor.account_id else ""


def paragraphs(unit: Unit, case: Case, *words: str) -> tuple[str, ...]:
    """What a message says, in the language of the case, and both names below it."""
    said = tuple(translate(case.locale, each) for each in words)
    both = sentence(unit, case, case.locale)
    return (*said, both) if both else said


def short(unit: Unit, case: Case, subject: str) -> str:
    """The same for a text message; "" where the subject says it all."""
    both = sentence(unit, case, case.locale)
    return f"{subject} · {both}" if both else ""


def signature(unit: Unit, actor: Actor, otherwise: str) -> str:
    """Under a message: both names of who acts for somebody."""
    return (_both(unit, actor, actor.acting_for) if actor.acting_for else "") or otherwise


def hears(unit: Unit, case: Case) -> tuple[bool, bool]:
    """Whether the person of a case is told of it, and whether her helper is: as the mandate says by which it was sent.
    The person alone, where nobody helped or the mandate opens the case no more."""
    if case.helper_id is None:
        return True, False
    helper = identity.as_actor(unit, case.helper_id)
    grant = reaching.of(unit, helper, case.person_id, case.version, case.id)
    if grant is None or identity.contact(unit, case.helper_id) is None:
        return True, False
    return grant.notices != HELPER, grant.notices != PERSON


def copy(unit: Unit, case: Case, notice: notifications.Notice) -> None:
    """What the person would be told, for her helper."""
    contact = identity.contact(unit, case.helper_id) if case.helper_id else None
    if contact is None:
        return
    to = notifications.Recipient(
        locale=notice.recipient.locale, account_id=case.helper_id, email=contact.email, channels=("email", "portal")
    )
    link = notice.link
    if isinstance(link, notifications.Link):
        link = replace(link, path=f"/cases/{case.reference}")
    notifications.notify(unit, replace(notice, recipient=to, link=link, aside=None))

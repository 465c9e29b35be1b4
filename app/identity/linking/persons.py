"""The link itself: which person an account is, since when and how it became known; made by entering a code."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select

from app.identity import accounts
from app.identity.linking import codes
from app.identity.linking.events import PersonLinked
from app.identity.models import PersonLink
from app.kit import audit, db, events
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound, Refused
from app.kit.i18n import N_
from app.kit.inputs import Invalid, Problem

L = db.table(PersonLink).c
OF_ACCOUNT = select(L.id, L.account_id, L.person_id, L.how, L.seen, L.at).where(
    L.account_id == bindparam("account"), L.revoked_at.is_(None)
)
OF_PERSON = (
    select(L.id, L.account_id, L.person_id, L.how, L.seen, L.at)
    .where(L.person_id == bindparam("person"), L.revoked_at.is_(None))
    .order_by(L.id)
)
WRONG = N_("This code does not work. Check it: it may be used already, or too old. You can ask for a new one.")


class Linked(Refused):
    """An account is one person. Another code would make it somebody else."""

    title = N_("The town knows already who you are")
    words = N_("Nothing was changed. The code still works, for an account that belongs to nobody yet.")


@dataclass(frozen=True)
class Link:
    """`how` and `seen` as in `seen.py`."""

    id: UUID
    account_id: UUID
    person_id: UUID
    how: str
    seen: str
    at: datetime


def of_account(unit: Unit, account_id: UUID) -> Link | None:
    row = db.row(unit, OF_ACCOUNT, account=account_id)
    return Link(*row) if row else None


def of_person(unit: Unit, person_id: UUID) -> list[Link]:
    """The accounts that are this person, the first one first."""
    return [Link(*row) for row in db.rows(unit, OF_PERSON, person=person_id)]


def enter(unit: Unit, actor: Actor, typed: str) -> Link:
    """Make the actor's account the person whose code this is. A clerk cannot enter a code that she made herself."""
    if actor.account_id is None:
        raise NotFound
    if of_account(unit, actor.account_id) is not None:
        raise Linked(path="/me/person", link=N_("Who you are"))
    found = codes.find(unit, typed)
    if found is None or not found.opens_for(actor.account_id) or not codes.use_up(unit, found):
        raise Invalid({"code": Problem(WRONG)})
    link_id = accounts.link(unit, actor.account_id, found.person_id, found.how, found.seen)
    audit.record(unit, actor, "linked", persons=(found.person_id,), subject=found.person_id)
    events.record(unit, PersonLinked(found.person_id, actor.account_id, link_id))
    return Link(link_id, actor.account_id, found.person_id, found.how, found.seen, unit.now)

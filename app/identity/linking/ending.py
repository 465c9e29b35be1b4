"""The end of a link: its owner no longer wants it, or a clerk finds that it was wrong. Told and written down."""

from uuid import UUID

from sqlalchemy import update

from app.identity.linking import persons
from app.identity.linking.events import PersonUnlinked
from app.identity.linking.persons import Link
from app.identity.models import PersonLink
from app.kit import audit, db, events
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_

OWNER = "owner"
REASONS = {
    "asked": N_("The person asked for it"),
    "mistaken": N_("It is another person"),
    "stolen": N_("Somebody else uses the account"),
}
"""Why a clerk ends it: a word is kept, nothing that she types."""


def by_owner(unit: Unit, actor: Actor) -> None:
    link = persons.of_account(unit, actor.account_id) if actor.account_id else None
    if link is None:
        raise NotFound
    _end(unit, actor, link, OWNER)


def by_clerk(unit: Unit, clerk: Actor, person_id: UUID, link_id: UUID, reason: str) -> None:
    """Two clerks at once: the second finds nothing to end."""
    link = next((each for each in persons.of_person(unit, person_id) if each.id == link_id), None)
    if link is None:
        raise NotFound
    _end(unit, clerk, link, reason)


def _end(unit: Unit, by: Actor, link: Link, reason: str) -> None:
    table = db.table(PersonLink)
    mine = (table.c.id == link.id) & table.c.revoked_at.is_(None)
    if db.change(unit, update(table).where(mine).values(revoked_at=unit.now, standing=None)) != 1:
        raise NotFound
    audit.record(
        unit, by, "unlinked", persons=(link.person_id,), subject=link.person_id, purpose=f"because:{reason}",
    )  # fmt: skip
    events.record(unit, PersonUnlinked(link.person_id, link.account_id, link.id, reason))

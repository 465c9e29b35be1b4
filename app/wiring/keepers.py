"""A person in every room: join two records, erase one, hand one out.

The audit is not among them: its entries are sealed, name people by meaningless ids only, and are asked for by several
ids when records were joined (`audit_looks.looks_at`).
"""

from typing import Any
from uuid import UUID

from app.cases.counter.keeping import KEEPER as CALLS
from app.cases.keeping import KEEPER as CASES
from app.identity.keeping import KEEPER as IDENTITY
from app.kit import audit
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.keeping import Keeper
from app.notifications.keeping import KEEPER as NOTIFICATIONS
from app.people.keeping import KEEPER as PEOPLE

KEEPERS: tuple[Keeper, ...] = (IDENTITY, CALLS, CASES, NOTIFICATIONS, PEOPLE)
"""The record itself comes last: its key opens what the others move."""
APART = frozenset({"audit_entry", "audit_subject"})


def merge(unit: Unit, by: Actor, old: UUID, kept: UUID) -> None:
    """Two records are one person: everything of the old one belongs to the kept one."""
    for keeper in KEEPERS:
        keeper.merge(unit, old, kept)
    audit.record(unit, by, "merged", persons=(old, kept), subject=kept)


def erase(unit: Unit, by: Actor, person_id: UUID) -> None:
    """Forget a person; her key is destroyed, so that no copy can be read."""
    for keeper in KEEPERS:
        keeper.erase(unit, person_id)
    audit.record(unit, by, "erased", persons=(person_id,), subject=person_id)


def export(unit: Unit, by: Actor, person_id: UUID) -> dict[str, Any]:
    """All that the town knows of a person, by room, as plain data."""
    audit.record(unit, by, "exported", persons=(person_id,), subject=person_id)
    return {keeper.room: keeper.export(unit, person_id) for keeper in KEEPERS}

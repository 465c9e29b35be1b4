"""Who works on a case."""

from uuid import UUID

from app.cases import moving
from app.cases.queries import Case
from app.kit.actor import Actor
from app.kit.db import Unit


def assign(unit: Unit, case: Case, by: Actor, clerk: UUID | None) -> Case:
    """Give a case to a clerk of its department, or back to nobody."""
    given = case._replace(assignee=clerk, touched_at=unit.now)
    moving.save(unit, given)
    moving.note_step(unit, case.id, "assigned" if clerk else "unassigned", by)
    return given

"""Who works on a case."""

from uuid import UUID

from app.cases import messaging, moving
from app.cases.queries import Case
from app.cases.rights import appealing
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_


def assign(unit: Unit, case: Case, by: Actor, clerk: UUID | None) -> Case:
    """Give a case to a clerk of its department, or back to nobody."""
    return give(unit, case, by, clerk, "assigned" if clerk else "unassigned")


def hand_over(unit: Unit, case: Case, by: Actor, clerk: UUID | None, who: str, words: str) -> tuple[Case, UUID]:
    """The same with a note for whoever has it next, signed by `who`; the note's id."""
    note_id = messaging.note(unit, case, by, who, words)
    return give(unit, case, by, clerk, "handed" if clerk else "unassigned"), note_id


def give(unit: Unit, case: Case, by: Actor, clerk: UUID | None, step: str) -> Case:
    """Put a case into somebody's hands, for the reason that the step of the timeline names. An appeal never comes into
    those of somebody who had the first case: callers look before, this is the last look."""
    if appealing.took_part(unit, case, clerk):
        raise appealing.HersBefore(path=f"/desk/cases/{case.reference}", link=N_("Back to the case"))
    given = case._replace(assignee=clerk, touched_at=unit.now)
    moving.save(unit, given)
    moving.note_step(unit, case.id, step, by)
    return given

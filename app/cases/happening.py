"""What another room tells a case that it waits for: the workflow says what follows."""

from app import workflow
from app.cases import queries, stepping
from app.cases.queries import Case
from app.cases.rights import settled
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_


class NotNow(Refused):
    """The case does not wait for this, or no longer."""

    words = N_("The case has moved on. This cannot be done now.")


def happen(unit: Unit, case: Case, event: str, by: Actor) -> Case:
    """Something happened; the case as it is then. While a decision waits to be told nothing else does."""
    held = queries.locked(unit, case.id)
    settled.insist_open(unit, by, held)
    moved = stepping.move(unit, held, workflow.Event(event), by)
    if moved.entries == held.entries:
        raise NotNow
    return moved

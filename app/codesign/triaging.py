"""What staff do with a report: place it, and say in which release it is mended."""

from app import cases
from app.cases import Case
from app.codesign import queries, standing
from app.codesign.queries import Row
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound, Refused
from app.kit.i18n import N_
from app.kit.ids import new_id

REPORTED, KNOWN = "reported", ("found", "reopened")
UNANSWERED = ("trying", "closed", "untried")
"""It is mended, and the person has not said whether it works."""


class NotPlaced(Refused):
    """First it must be known where the barrier is."""

    words = N_("Say first where the barrier is. Then it can be mended.")


def of(unit: Unit, case: Case) -> Row:
    """The barrier of a case, or as if it were not there."""
    found = queries.barrier(unit, case.id)
    if found is None:
        raise NotFound
    return found


def place(unit: Unit, case: Case, by: Actor, component: str, criterion: str) -> Case:
    """Say where it is. The first time the person is told that it was found; later it is only put right."""
    barrier = of(unit, case)
    if case.state not in (REPORTED, *KNOWN):
        raise cases.NotNow
    placed_at = barrier.placed_at or unit.now
    standing.change(unit, case.id, component=component, criterion=criterion, placed_at=placed_at)
    return cases.happen(unit, case, "placed", by) if case.state == REPORTED else case


def mend(unit: Unit, case: Case, by: Actor, release: str) -> Case:
    """Say that it is mended, and in which release; who agreed to it is asked to try it again. The release can be put
    right until the person has answered."""
    barrier = of(unit, case)
    if barrier.mended_at is not None and barrier.release == release:
        return case
    if may_correct(case, barrier):
        standing.change(unit, case.id, release=release)
        return case
    if barrier.placed_at is None:
        raise NotPlaced(path=f"/desk/cases/{case.reference}/barrier", link=N_("Back to the barrier"))
    standing.change(unit, case.id, release=release, mended_at=unit.now, trial=new_id())
    return cases.happen(unit, case, "mended", by)


def may_correct(case: Case, barrier: Row) -> bool:
    return barrier.mended_at is not None and case.state in UNANSWERED

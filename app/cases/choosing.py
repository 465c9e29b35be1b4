"""What the person decides herself in her case: its workflow offers it. Staff press it at her word only."""

from collections.abc import Sequence
from uuid import UUID

from app import catalogue, workflow
from app.cases import auditing, contents, moving, queries, stepping
from app.cases.helping import reaching as helping
from app.cases.queries import Case
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_

WITHDRAWN = "withdrawn"


class NothingToChoose(Refused):
    """The case went on, its time is over, or it was never asked."""

    words = N_("This can no longer be chosen. Your case shows where it stands.")


def choices(unit: Unit, case: Case) -> Sequence[workflow.Transition]:
    """What she may decide now, in the order of the workflow; taking it back has a page of its own."""
    if case.state == moving.TO_PROVE or case.closed_at is not None:
        return ()
    flow = catalogue.version(unit, case.version).workflow
    offered = workflow.offers(flow, case.state, (), True, moving.passed(unit, case))
    found = [way for way in offered if flow.states[way.to].final != WITHDRAWN]
    return found if found and contents.pending_decision(unit, case.id) is None else ()


def chosen(unit: Unit, case_id: UUID, transition: str, visit: int) -> bool:
    """Whether this visit to a state (the so-manieth that the case entered) ended by this choice: pressed twice."""
    moved = [row.transition for row in contents.steps(unit, case_id) if row.kind == "moved"]
    return moved[visit : visit + 1] == [transition]


def insist(unit: Unit, case: Case, transition: str) -> workflow.Transition:
    """The choice of this name, or NothingToChoose."""
    found = next((way for way in choices(unit, case) if way.id == transition), None)
    if found is None:
        raise NothingToChoose(path=f"/cases/{case.reference}", link=N_("Go to your case"))
    return found


def choose(unit: Unit, case: Case, by: Actor, transition: str, visit: int, noted: str = "chose") -> bool:
    """Take it, for the visit to the state that she saw: what was offered in an earlier one is another offer. Whether
    it was taken now; a second press of the same button changes nothing. `noted`: how it is written down."""
    held = queries.locked(unit, case.id)
    if chosen(unit, case.id, transition, visit):
        return False
    way = insist(unit, held, transition)
    if visit != held.entries:
        raise NothingToChoose(path=f"/cases/{case.reference}", link=N_("Go to your case"))
    by = helping.acting(unit, by)
    auditing.changed(unit, by, held, noted)
    moved = stepping.move(unit, held, workflow.Press(way.id, person=True), by)
    if moved.closed_at is None:
        moving.mark_answered(unit, case.id, True)
    return True

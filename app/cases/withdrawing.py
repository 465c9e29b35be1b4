"""Withdrawing: the person takes a request back, as long as its workflow lets her."""

from app import catalogue, workflow
from app.cases import moving, queries, stepping
from app.cases.events import CaseWithdrawn
from app.cases.queries import Case
from app.kit import events
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_


class TooLate(Refused):
    """The case can no longer be taken back: it is decided or closed."""

    words = N_("This case can no longer be withdrawn. It is decided or closed.")


def withdrawal(unit: Unit, case: Case) -> workflow.Transition | None:
    """The transition that takes this case back now, None when there is none."""
    if case.state == moving.TO_PROVE or case.closed_at is not None:
        return None
    flow = catalogue.version(unit, case.version).workflow
    offered = workflow.offers(flow, case.state, (), True, moving.passed(unit, case))
    return next((way for way in offered if flow.states[way.to].final == "withdrawn"), None)


def withdraw(unit: Unit, case: Case, by: Actor) -> Case:
    """Take a case back for good. An open request falls away, a decision that was not told yet is not told."""
    held = queries.locked(unit, case.id)
    way = withdrawal(unit, held)
    if way is None:
        raise TooLate(path=f"/cases/{case.reference}", link=N_("Go to your case"))
    events.record(unit, CaseWithdrawn(case.id))
    return stepping.move(unit, held, workflow.Press(way.id, person=True), by)

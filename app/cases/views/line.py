"""A line of the desk's queue."""

from typing import NamedTuple

from app import catalogue
from app.cases.queries import Brief
from app.cases.queue import Listed, Page
from app.cases.views import clock, state
from app.cases.views.clock import Due
from app.cases.views.state import State
from app.kit.db import Unit


class Line(NamedTuple):
    """`who` is the subject's name as it was written, "" where the form asks for none."""

    case: Brief
    service: str
    who: str
    state: State
    due: Due


def lines(unit: Unit, page: Page, locale: str) -> list[Line]:
    """A page of the queue in words."""
    return [_line(unit, found, locale) for found in page.cases]


def _line(unit: Unit, found: Listed, locale: str) -> Line:
    case = found.case
    service = catalogue.version(unit, case.version)
    return Line(
        case=case,
        service=str(catalogue.texts(unit, service, locale)("service.name")),
        who=found.name,
        state=state.state(unit, case, service, locale, for_staff=True, pending=found.pending),
        due=clock.due(unit, case, service, locale),
    )

"""A line of the desk's queue."""

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias

from app import catalogue
from app.cases.queries import Brief
from app.cases.queueing.reading import Listed
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


Words: TypeAlias = tuple[str, State, Due]


def lines(unit: Unit, listed: Iterable[Listed], locale: str) -> list[Line]:
    """Cases of the queue in words. Many lines say the same; it is put in words once."""
    said: dict[Any, Words] = {}
    made = []
    for case, name, pending in listed:
        alike = (
            case.version, case.state, case.entries, case.yours, case.assignee is None, pending, case.due, case.agreed,
            case.stopped, case.closed_at, case.outcome,
        )  # fmt: skip
        words = said.get(alike)
        if words is None:
            words = said[alike] = _words(unit, case, pending, locale)
        service, where, due = words
        made.append(Line(case, service, name, where, due))
    return made


def _words(unit: Unit, case: Brief, pending: bool, locale: str) -> Words:
    service = catalogue.version(unit, case.version)
    return (
        str(catalogue.texts(unit, service, locale)("service.name")),
        state.state(unit, case, service, locale, for_staff=True, pending=pending),
        clock.due(unit, case, service, locale),
    )

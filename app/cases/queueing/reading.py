"""The queue of a desk: open cases of the actor's departments, by due date, a page at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Subquery, bindparam, func, select, tuple_

from app.cases import vault
from app.cases.models import CaseFile, Decision
from app.cases.queries import BRIEF, Brief, Case
from app.cases.queueing.parts import (
    FILTERS,
    FRESH,
    HELD,
    IN_ORDER,
    IN_TAB,
    INSIDE,
    LATE,
    NEAR,
    NEWEST,
    C,
    Place,
    Wanted,
    conditions,
    looked_up,
    parameters,
)
from app.kit import db, keys
from app.kit.actor import Actor
from app.kit.db import Unit

PAGE = 25
CELLS = len(Brief._fields)
MOST = 50
"""Nobody counts further: more is "50+"."""

X = db.table(Decision).c
DAY, CASE_ID = bindparam("day", type_=C.due.type), bindparam("id", type_=C.id.type)
ONWARD = (tuple_(C.expected, C.id) > tuple_(DAY, CASE_ID),)
BACK = (tuple_(C.expected, C.id) < tuple_(DAY, CASE_ID),)
PENDING = looked_up(select(X.id).where(X.case_id == C.id, X.told_at.is_(None))).label("pending")
LINE = keys.beside(BRIEF.add_columns(C.name, PENDING), C.id)
"""A case in brief, its subject's sealed name, whether its decision waits to be told, and the key of the name."""
OTHERS = (
    select(C.id).where(*INSIDE, C.person_id == bindparam("person"), C.id != bindparam("case")).limit(bindparam("most"))
)


def _few(*conditions: ColumnElement[bool]) -> Subquery:
    return select(C.id).where(*conditions).order_by(*IN_ORDER).limit(MOST + 1).subquery()


def _counts(parts: Mapping[str, tuple[ColumnElement[bool], ...]]) -> db.AnySelect:
    return select(
        *(
            select(func.count()).select_from(_few(*INSIDE, *part)).scalar_subquery().label(name)
            for name, part in parts.items()
        )
    )


COUNTS = _counts({**IN_TAB, "late": LATE})
AT_START = _counts(
    {
        "mine": IN_TAB["mine"],
        "soon": (*IN_TAB["mine"], *NEAR),
        "late": (*IN_TAB["mine"], *LATE),
        "answered": (*HELD, *FILTERS["answered"]),
        "given": FILTERS["given"],
        "waiting": (*HELD, *IN_TAB["waiting"]),
        "nobody": IN_TAB["nobody"],
    }
)


class Listed(NamedTuple):
    """`name` is the subject's; `pending`: its decision waits to be told."""

    case: Brief
    name: str
    pending: bool


@dataclass(frozen=True)
class Page:
    cases: tuple[Listed, ...]
    earlier: Place | None
    later: Place | None
    counts: Mapping[str, int] = field(default_factory=dict)


def open_cases(unit: Unit, actor: Actor, wanted: Wanted) -> Page:
    """A page of the queue with the counts of the tabs, none of them above 51. Outside her departments is nothing."""
    found, earlier, later = _page(unit, wanted, parameters(unit, actor, wanted))
    cases = tuple(listed(unit, row) for row in found)
    return Page(
        cases=cases,
        earlier=_place(cases[0].case) if earlier and cases else None,
        later=_place(cases[-1].case) if later and cases else None,
        counts=dict(db.rows(unit, COUNTS, **parameters(unit, actor))[0]._asdict()),
    )


def up_to(unit: Unit, actor: Actor, wanted: Wanted, most: int) -> tuple[tuple[Listed, ...], bool]:
    """The first cases of a part of the queue, and whether there are more."""
    statement = _statement(wanted.tab, wanted.chosen, False, False, most)
    rows = db.rows(unit, statement, **parameters(unit, actor, wanted))
    return tuple(listed(unit, row) for row in rows[:most]), len(rows) > most


def at_start(unit: Unit, actor: Actor) -> Mapping[str, int]:
    """What is hers, in numbers of at most 51: mine, soon, late, answered, given, waiting, and what nobody has."""
    return dict(db.rows(unit, AT_START, **parameters(unit, actor))[0]._asdict())


def fresh(unit: Unit, actor: Actor, wanted: Wanted, since: datetime) -> int:
    """How many came into this part of the queue since then; at most 51."""
    if wanted.tab not in FRESH:
        return 0
    statement = _fresh(wanted.tab, wanted.chosen)
    return len(db.rows(unit, statement, **parameters(unit, actor, wanted, since)))


@cache
def _fresh(tab: str, filters: tuple[str, ...]) -> db.AnySelect:
    return select(C.id).where(*conditions(tab, filters), FRESH[tab]).order_by(*NEWEST[tab]).limit(MOST + 1)


def listed(unit: Unit, row: db.AnyRow) -> Listed:
    try:
        name = str(vault.unseal_line(unit, row, CaseFile, "name"))
    except keys.Erased:
        name = ""
    return Listed(Brief._make(row[:CELLS]), name, row.pending)


def name(unit: Unit, case: Case) -> str:
    """The subject's name; "" after the case's key was destroyed."""
    try:
        return str(vault.unseal(unit, case.id, CaseFile, "name", case.id, case.name))
    except keys.Erased:
        return ""


def others_open(unit: Unit, actor: Actor, case: Case) -> int:
    """How many more open cases of the same person this actor may see; of others there is no count."""
    if case.person_id is None:
        return 0
    departments = sorted(actor.departments)
    return len(db.rows(unit, OTHERS, departments=departments, person=case.person_id, case=case.id, most=MOST + 1))


def _page(unit: Unit, wanted: Wanted, asked: Mapping[str, Any]) -> tuple[list[db.AnyRow], bool, bool]:
    """One line more than the page shows says whether there is another page."""
    place = wanted.before or wanted.after
    where = {"day": place.day, "id": place.id} if place else {}
    statement = _statement(wanted.tab, wanted.chosen, wanted.before is not None, place is not None)
    rows = db.rows(unit, statement, **asked, **where)
    more, shown = len(rows) > PAGE, list(rows[:PAGE])
    if wanted.before is not None:
        return shown[::-1], more, True
    return shown, wanted.after is not None, more


@cache
def _statement(tab: str, filters: tuple[str, ...], back: bool, beyond: bool, most: int = PAGE) -> db.AnySelect:
    parts = conditions(tab, filters)
    if beyond:
        parts.extend(BACK if back else ONWARD)
    order = (C.expected.desc(), C.id.desc()) if back else (C.expected, C.id)
    return LINE.where(*parts).order_by(*order).limit(most + 1)


def _place(case: Brief) -> Place:
    return Place(case.expected, case.id)

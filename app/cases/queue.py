"""The queue of a desk: open cases of the actor's departments, by due date, a page at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, exists, func, select, tuple_

from app.cases import law, vault
from app.cases.models import CaseFile, Decision
from app.cases.queries import BRIEF, Brief, Case
from app.kit import db, keys
from app.kit.actor import Actor
from app.kit.db import Unit

PAGE = 25
CELLS = len(Brief._fields)
MOST = 50
"""Nobody counts further: more is "50+"."""

MINE, NOBODYS, WAITING, ALL = "mine", "nobody", "waiting", "all"
TABS = (MINE, NOBODYS, WAITING, ALL)

C, X = db.table(CaseFile).c, db.table(Decision).c
INSIDE = (C.closed_at.is_(None), C.department.in_(bindparam("departments", expanding=True)))
LATE = (C.due < bindparam("today"), C.stopped.is_(False))
IN_TAB: Mapping[str, tuple[ColumnElement[bool], ...]] = {
    MINE: (C.assignee == bindparam("account"), C.yours.is_(False)),
    NOBODYS: (C.assignee.is_(None), C.yours.is_(False)),
    WAITING: (C.yours.is_(True),),
    ALL: (),
}
FILTERS: Mapping[str, tuple[ColumnElement[bool], ...]] = {
    "state": (C.state == bindparam("state"),),
    "service": (C.service == bindparam("service"),),
    "assignee": (C.assignee == bindparam("assignee"),),
    "late": LATE,
}
DAY, CASE_ID = bindparam("day", type_=C.due.type), bindparam("id", type_=C.id.type)
ONWARD = (tuple_(C.expected, C.id) > tuple_(DAY, CASE_ID),)
BACK = (tuple_(C.expected, C.id) < tuple_(DAY, CASE_ID),)
PENDING = exists().where(X.case_id == C.id, X.told_at.is_(None)).label("pending")
LINE = keys.beside(BRIEF.add_columns(C.name, PENDING), C.id)
"""A case in brief, its subject's sealed name, whether its decision waits to be told, and the key of the name."""
OTHERS = (
    select(C.id).where(*INSIDE, C.person_id == bindparam("person"), C.id != bindparam("case")).limit(bindparam("most"))
)
COUNTS = select(
    *(
        select(func.count())
        .select_from(select(C.id).where(*INSIDE, *part).limit(MOST + 1).subquery())
        .scalar_subquery()
        .label(name)
        for name, part in {**IN_TAB, "late": LATE}.items()
    )
)


@dataclass(frozen=True)
class Place:
    """A line of the queue, by what it is ordered by: pages go on from here."""

    day: date
    id: UUID


@dataclass(frozen=True)
class Wanted:
    """Which part of the queue: a tab, filters, and the place where the page begins or ends."""

    tab: str = ALL
    state: str = ""
    service: str = ""
    assignee: UUID | None = None
    late: bool = False
    after: Place | None = None
    before: Place | None = None


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
    asked = {
        "departments": sorted(actor.departments),
        "account": actor.account_id,
        "today": law.today(unit),
    }
    found, earlier, later = _page(unit, wanted, asked)
    cases = tuple(_listed(unit, row) for row in found)
    return Page(
        cases=cases,
        earlier=_place(cases[0].case) if earlier else None,
        later=_place(cases[-1].case) if later else None,
        counts=dict(db.rows(unit, COUNTS, **asked)[0]._asdict()),
    )


def _listed(unit: Unit, row: db.AnyRow) -> Listed:
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
    chosen = {name: getattr(wanted, name) for name in FILTERS if getattr(wanted, name)}
    place = wanted.before or wanted.after
    where = {"day": place.day, "id": place.id} if place else {}
    statement = _statement(wanted.tab, tuple(chosen), wanted.before is not None, place is not None)
    rows = db.rows(unit, statement, **asked, **chosen, **where)
    more, shown = len(rows) > PAGE, list(rows[:PAGE])
    if wanted.before is not None:
        return shown[::-1], more, True
    return shown, wanted.after is not None, more


@cache
def _statement(tab: str, filters: tuple[str, ...], back: bool, beyond: bool) -> db.AnySelect:
    parts = [*INSIDE, *IN_TAB[tab], *(part for name in filters for part in FILTERS[name])]
    if beyond:
        parts.extend(BACK if back else ONWARD)
    order = (C.expected.desc(), C.id.desc()) if back else (C.expected, C.id)
    return LINE.where(*parts).order_by(*order).limit(PAGE + 1)


def _place(case: Brief) -> Place:
    return Place(case.expected, case.id)

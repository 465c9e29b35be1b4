"""The queue of a desk: open cases of the actor's departments, by due date, a page at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, func, literal_column, or_, select

from app.cases import law, vault
from app.cases.models import CaseFile, Decision
from app.cases.queries import CASE, Case
from app.kit import db, keys
from app.kit.actor import Actor
from app.kit.db import Unit

PAGE = 25
MOST = 50
"""Nobody counts further: more is "50+"."""

MINE, NOBODYS, WAITING, ALL = "mine", "nobody", "waiting", "all"
TABS = (MINE, NOBODYS, WAITING, ALL)

C, X = db.table(CaseFile).c, db.table(Decision).c
NEVER = date(9999, 12, 31)
by_due = func.coalesce(C.due, C.agreed, literal_column("'9999-12-31'", C.due.type))
PENDING = select(X.case_id).where(X.case_id.in_(bindparam("cases", expanding=True)), X.told_at.is_(None))


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


@dataclass(frozen=True)
class Page:
    """`names` are the subjects by case; `pending` the cases whose decision waits to be told."""

    cases: tuple[Case, ...]
    names: Mapping[UUID, str]
    pending: frozenset[UUID]
    earlier: Place | None
    later: Place | None
    counts: Mapping[str, int] = field(default_factory=dict)


def open_cases(unit: Unit, actor: Actor, wanted: Wanted) -> Page:
    """A page of the queue with the counts of the tabs, none of them above 51. Outside her departments is nothing."""
    today = law.calendar(unit).day_of(unit.now)
    query = CASE.where(*_inside(actor), *_tab(actor, wanted.tab), *_filters(wanted, today))
    found, earlier, later = _page(unit, query, wanted)
    keys.fetch(unit, (case.id for case in found))
    return Page(
        cases=tuple(found),
        names={case.id: name(unit, case) for case in found},
        pending=frozenset(row.case_id for row in db.rows(unit, PENDING, cases=[case.id for case in found])),
        earlier=_place(found[0]) if earlier else None,
        later=_place(found[-1]) if later else None,
        counts=_counts(unit, actor, today),
    )


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
    same = select(C.id).where(*_inside(actor), C.person_id == case.person_id, C.id != case.id).limit(MOST + 1)
    return len(db.rows(unit, same))


def _inside(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    return C.closed_at.is_(None), C.department.in_(sorted(actor.departments))


def _tab(actor: Actor, tab: str) -> tuple[ColumnElement[bool], ...]:
    if tab == MINE:
        return (C.assignee == actor.account_id, C.yours.is_(False))
    if tab == NOBODYS:
        return (C.assignee.is_(None), C.yours.is_(False))
    if tab == WAITING:
        return (C.yours.is_(True),)
    return ()


def _filters(wanted: Wanted, today: date) -> list[ColumnElement[bool]]:
    chosen: list[ColumnElement[bool]] = []
    if wanted.state:
        chosen.append(C.state == wanted.state)
    if wanted.service:
        chosen.append(C.service == wanted.service)
    if wanted.assignee is not None:
        chosen.append(C.assignee == wanted.assignee)
    if wanted.late:
        chosen.extend(_late(today))
    return chosen


def _late(today: date) -> tuple[ColumnElement[bool], ...]:
    return C.due < today, C.stopped.is_(False)


def _page(unit: Unit, query: Select[Any], wanted: Wanted) -> tuple[list[Case], bool, bool]:
    """One line more than the page shows says whether there is another page."""
    if wanted.before is not None:
        query = query.where(_beyond(wanted.before, back=True)).order_by(by_due.desc(), C.id.desc())
    elif wanted.after is not None:
        query = query.where(_beyond(wanted.after, back=False)).order_by(by_due, C.id)
    else:
        query = query.order_by(by_due, C.id)
    rows = [Case(*row) for row in db.rows(unit, query.limit(PAGE + 1))]
    more, cases = len(rows) > PAGE, rows[:PAGE]
    if wanted.before is not None:
        return cases[::-1], more, True
    return cases, wanted.after is not None, more


def _beyond(place: Place, *, back: bool) -> ColumnElement[bool]:
    day, same = (by_due < place.day, C.id < place.id) if back else (by_due > place.day, C.id > place.id)
    return or_(day, (by_due == place.day) & same)


def _place(case: Case) -> Place:
    return Place(case.due or case.agreed or NEVER, case.id)


def _counts(unit: Unit, actor: Actor, today: date) -> dict[str, int]:
    """Each tab, and how many are late, in one statement."""
    parts: dict[str, Sequence[ColumnElement[bool]]] = {tab: _tab(actor, tab) for tab in TABS}
    parts["late"] = _late(today)
    counted = [
        select(func.count())
        .select_from(select(C.id).where(*_inside(actor), *part).limit(MOST + 1).subquery())
        .scalar_subquery()
        .label(part_name)
        for part_name, part in parts.items()
    ]
    row = db.row(unit, select(*counted))
    return dict(row._mapping) if row else {}

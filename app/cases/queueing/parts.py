"""What parts the queue: tabs and filters as conditions on a case that is open, each with its parameters."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, UnaryExpression, and_, bindparam, exists, or_, select
from sqlalchemy.orm import aliased

from app.cases import law
from app.cases.models import CaseFile, CaseStep
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit

Part = tuple[ColumnElement[bool], ...]

MINE, NOBODYS, WAITING, ALL = "mine", "nobody", "waiting", "all"
TABS = (MINE, NOBODYS, WAITING, ALL)
SOON = timedelta(days=7)
"""So near is "soon"."""

C = db.table(CaseFile).c
STEP, LATER = aliased(db.table(CaseStep), name="step"), aliased(db.table(CaseStep), name="later")
S, T = STEP.c, LATER.c
INSIDE: Part = (C.closed_at.is_(None), C.department.in_(bindparam("departments", expanding=True)))
LATE: Part = (C.due < bindparam("today"), C.stopped.is_(False))
NEAR: Part = (C.expected >= bindparam("today"), C.expected <= bindparam("soon"), C.stopped.is_(False))
IN_ORDER = (C.expected, C.id)
"""In the order of the indexes of open cases. What is counted up to a bound names it too: without it PostgreSQL reads
the table from its first line, and closed cases of years before the first open one."""
HELD: Part = (C.assignee == bindparam("account"),)
IN_TAB: Mapping[str, Part] = {
    MINE: (*HELD, C.yours.is_(False)),
    NOBODYS: (C.assignee.is_(None), C.yours.is_(False)),
    WAITING: (C.yours.is_(True),),
    ALL: (),
}
GIVEN = ("assigned", "handed", "stood_in", "came_back")
"""Steps that put a case into somebody's hands."""


def looked_up(found: Select[Any]) -> ColumnElement[bool]:
    """Whether a case has one, looked up case by case: PostgreSQL answers a plain EXISTS by reading all of a table that
    holds every case there ever was."""
    return found.limit(1).scalar_subquery().is_not(None)


GIVEN_TO_ME: Part = (
    *HELD,
    looked_up(
        select(S.id).where(
            S.case_id == C.id,
            S.kind.in_(GIVEN),
            or_(S.account_id.is_(None), S.account_id != bindparam("account")),
            ~exists().where(
                T.case_id == S.case_id, T.id > S.id, or_(T.account_id == bindparam("account"), T.kind.in_(GIVEN))
            ),
        )
    ),
)
"""Somebody else put it into my hands, and I have done nothing since."""

FILTERS: Mapping[str, Part] = {
    "department": (C.department == bindparam("department"),),
    "state": (C.state == bindparam("state"),),
    "service": (C.service == bindparam("service"),),
    "via": (C.via == bindparam("via"),),
    "language": (C.locale == bindparam("language"),),
    "assignee": (C.assignee == bindparam("assignee"),),
    "me": HELD,
    "nobody": (C.assignee.is_(None),),
    "late": LATE,
    "soon": NEAR,
    "stopped": (C.stopped.is_(True),),
    "never": (C.due.is_(None), C.agreed.is_(None)),
    "answered": (C.answered.is_(True),),
    "given": GIVEN_TO_ME,
}
DUES = ("late", "soon", "stopped", "never")
TURNS = ("answered", "given")
FRESH: Mapping[str, ColumnElement[bool]] = {
    MINE: C.touched_at > bindparam("since"),
    NOBODYS: C.received_at > bindparam("since"),
    ALL: C.received_at > bindparam("since"),
}
"""What came into a tab since a moment. Nobody waits for what waits for the person."""
NEWEST: Mapping[str, tuple[UnaryExpression[Any], ...]] = {
    MINE: (C.touched_at.desc(),),
    NOBODYS: (C.received_at.desc(),),
    ALL: (C.received_at.desc(),),
}


@dataclass(frozen=True)
class Place:
    """A line of the queue, by what it is ordered by: pages go on from here."""

    day: date
    id: UUID


@dataclass(frozen=True)
class Wanted:
    """Which part of the queue: a tab, filters, and the place where the page begins or ends.

    `assignee` is an account, or "me" or "nobody"; `due` one of DUES; `turn` one of TURNS; `via` the channel it came by;
    `language` that of the person.
    """

    tab: str = ALL
    department: str = ""
    state: str = ""
    service: str = ""
    assignee: str = ""
    due: str = ""
    turn: str = ""
    via: str = ""
    language: str = ""
    after: Place | None = None
    before: Place | None = None

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of the filters it sets."""
        plain = [name for name in ("department", "state", "service", "via", "language") if getattr(self, name)]
        held = self.assignee if self.assignee in ("", "me", "nobody") else "assignee"
        return (*plain, *(name for name in (held, self.due, self.turn) if name))


def conditions(tab: str, filters: tuple[str, ...]) -> list[ColumnElement[bool]]:
    """An open case of the actor's departments that is in this tab and meets these filters."""
    return [*INSIDE, *IN_TAB[tab], *(and_(*FILTERS[name]) for name in filters)]


def parameters(unit: Unit, actor: Actor, wanted: Wanted | None = None, since: datetime | None = None) -> dict[str, Any]:
    """What fills the conditions in."""
    today = law.today(unit)
    asked: dict[str, Any] = {
        "departments": sorted(actor.departments),
        "account": actor.account_id,
        "today": today,
        "soon": today + SOON,
    }
    if since is not None:
        asked["since"] = since
    for name in wanted.chosen if wanted else ():
        if name in ("department", "state", "service", "via", "language"):
            asked[name] = getattr(wanted, name)
        elif name == "assignee" and wanted:
            asked[name] = UUID(wanted.assignee)
    return asked

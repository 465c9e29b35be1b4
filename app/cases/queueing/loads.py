"""How much work lies where: by clerk and by service, in numbers that stop at 999."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, func, select

from app.cases import law
from app.cases.queueing.parts import IN_ORDER, INSIDE, LATE, NEAR, SOON, C
from app.kit import db
from app.kit.db import Unit

MOST = 999
OVERDUE = (*LATE, C.expected < bindparam("today"))
"""What is late stands at the beginning of the order by expected day: an index finds it."""


class Load(NamedTuple):
    """Numbers of open cases, each at most 1,000: all, late, due within 7 days, waiting for the person, nobody's."""

    open: int
    late: int
    soon: int
    waiting: int
    nobodys: int


def _count(*conditions: ColumnElement[bool]) -> Any:
    few = select(C.id).where(*INSIDE, *conditions).order_by(*IN_ORDER).limit(MOST + 1).subquery()
    return select(func.count()).select_from(few).scalar_subquery()


def _loads(*of: ColumnElement[bool]) -> db.AnySelect:
    return select(
        _count(*of),
        _count(*of, *OVERDUE),
        _count(*of, *NEAR),
        _count(*of, C.yours.is_(True)),
        _count(*of, C.assignee.is_(None), C.yours.is_(False)),
    )


OF_CLERK = _loads(C.assignee == bindparam("clerk"))
OF_NOBODY = _loads(C.assignee.is_(None))
OF_SERVICE = _loads(and_(C.service == bindparam("service")))


def of_clerk(unit: Unit, departments: Sequence[str], clerk: UUID | None) -> Load:
    """What a clerk has of these departments; without one, what nobody has."""
    if clerk is None:
        return _load(unit, OF_NOBODY, departments)
    return _load(unit, OF_CLERK, departments, clerk=clerk)


def of_service(unit: Unit, departments: Sequence[str], service: str) -> Load:
    return _load(unit, OF_SERVICE, departments, service=service)


def _load(unit: Unit, statement: db.AnySelect, departments: Sequence[str], **of: Any) -> Load:
    today = law.today(unit)
    asked = {"departments": sorted(departments), "today": today, "soon": today + SOON, **of}
    return Load(*db.rows(unit, statement, **asked)[0])

"""The SELECTs of absences. Those that take no actor are for the rules and for the town's own jobs."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, select

from app.cases.models import CaseFile
from app.cases.queries import CASE, Case
from app.cases.standing_in.models import Absence, AbsenceCase
from app.kit import db
from app.kit.db import Unit

A, L, C = (db.table(model).c for model in (Absence, AbsenceCase, CaseFile))
OPEN = select(A.id, A.account_id, A.stand_in, A.first, A.last).where(A.ended_at.is_(None))
OF_SOME = OPEN.where(
    A.account_id.in_(bindparam("accounts", expanding=True)) | A.stand_in.in_(bindparam("accounts", expanding=True))
).order_by(A.first, A.id)
ONE = OPEN.where(A.id == bindparam("absence"))
BETWEEN = OPEN.where(
    A.account_id == bindparam("account"), A.first <= bindparam("last"), A.last >= bindparam("first")
).order_by(A.first)
NOW = OPEN.where(A.first <= bindparam("today"), A.last >= bindparam("today")).order_by(A.first, A.id)
PAST = OPEN.where(A.last < bindparam("today")).order_by(A.last, A.id)
HELD = CASE.where(C.closed_at.is_(None), C.assignee == bindparam("account")).order_by(C.id)
GIVEN = (
    select(L.id, L.case_id, L.had, L.given_to)
    .where(L.absence_id == bindparam("absence"), L.over_at.is_(None))
    .order_by(L.id)
)
FURTHER = select(L.id, L.given_to).where(
    L.case_id == bindparam("case"), L.had == bindparam("holder"), L.over_at.is_(None), L.id > bindparam("after")
)


class Away(NamedTuple):
    """An absence that is not over."""

    id: UUID
    account_id: UUID
    stand_in: UUID
    first: date
    last: date


def of_accounts(unit: Unit, accounts: Iterable[UUID]) -> list[Away]:
    """Those of these accounts, and those in which they stand in, by their first day."""
    return [Away(*row) for row in db.rows(unit, OF_SOME, accounts=sorted(set(accounts)))]


def one(unit: Unit, absence_id: UUID) -> Away | None:
    row = db.row(unit, ONE, absence=absence_id)
    return Away(*row) if row else None


def between(unit: Unit, account: UUID, first: date, last: date) -> list[Away]:
    """When an account is away in these days."""
    return [Away(*row) for row in db.rows(unit, BETWEEN, account=account, first=first, last=last)]


def now(unit: Unit, today: date) -> list[Away]:
    return [Away(*row) for row in db.rows(unit, NOW, today=today)]


def past(unit: Unit, today: date) -> list[Away]:
    """Those whose last day is over and which nobody ended yet."""
    return [Away(*row) for row in db.rows(unit, PAST, today=today)]


def held(unit: Unit, account: UUID) -> list[Case]:
    """The open cases that an account has."""
    return [Case._make(row) for row in db.rows(unit, HELD, account=account)]


def given(unit: Unit, absence_id: UUID) -> Sequence[db.AnyRow]:
    """The cases that went to the stand-in and did not come back yet."""
    return db.rows(unit, GIVEN, absence=absence_id)


def further(unit: Unit, case_id: UUID, holder: UUID, after: UUID) -> db.AnyRow | None:
    """Where a case went on to from a stand-in who is away as well."""
    return db.row(unit, FURTHER, case=case_id, holder=holder, after=after)

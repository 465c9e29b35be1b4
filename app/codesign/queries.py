"""Every SELECT of barriers. What goes out in public has no case and no person."""

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, func, select

from app.codesign.models import Barrier
from app.kit import db
from app.kit.db import Unit

B = db.table(Barrier).c
BY_CASE = select(*B).where(B.case_id == bindparam("case"))
STANDING = select(*B).where(B.closed_at.is_(None)).order_by(B.since, B.case_id)
OPEN = STANDING.where(B.placed_at.is_not(None), B.mended_at.is_(None))
WAITING = select(func.count()).where(B.closed_at.is_(None), B.placed_at.is_(None))
MENDED = select(*B).where(B.mended_at >= bindparam("since")).order_by(B.mended_at.desc(), B.case_id)
YEAR = timedelta(days=365)


class Row(NamedTuple):
    """A barrier as its row says it."""

    case_id: UUID
    since: datetime
    effort: str
    component: str
    criterion: str
    placed_at: datetime | None
    release: str
    mended_at: datetime | None
    trial: UUID | None
    closed_at: datetime | None
    outcome: str


def barrier(unit: Unit, case_id: UUID) -> Row | None:
    row = db.row(unit, BY_CASE, case=case_id)
    return Row._make(row) if row else None


def standing(unit: Unit) -> list[Row]:
    """Reports that are not closed, the oldest first."""
    return [Row._make(row) for row in db.rows(unit, STANDING)]


def open_ones(unit: Unit) -> list[Row]:
    """Barriers that we know of and that are not mended."""
    return [Row._make(row) for row in db.rows(unit, OPEN)]


def waiting(unit: Unit) -> int:
    """How many reports nobody has looked at yet."""
    return int(db.value(unit, WAITING))


def mended(unit: Unit) -> list[Row]:
    """What was mended in the last year, the newest first."""
    return [Row._make(row) for row in db.rows(unit, MENDED, since=unit.now - YEAR)]

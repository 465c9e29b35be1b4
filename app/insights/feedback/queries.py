"""Every SELECT of what people said."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, bindparam, func, or_, select

from app.insights.feedback.models import Feedback
from app.kit import db, keys
from app.kit.db import Unit

F = db.table(Feedback).c
COUNTS = (
    select(F.page, F.service, F.step, F.month, F.ease, func.count())
    .where(F.month >= bindparam("since"))
    .group_by(F.page, F.service, F.step, F.month, F.ease)
)
STEP = F.service + "/" + F.step
ABOUT = or_(
    and_(F.service == "", F.page.in_(bindparam("pages", expanding=True))),
    STEP.in_(bindparam("steps", expanding=True)),
)
LINE = select(F.id, F.page, F.service, F.step, F.ease, F.locale, F.month, F.day, F.words)
LINES = (
    LINE.where(
        F.words.is_not(None),
        F.month >= bindparam("since"),
        F.month <= bindparam("last"),
        F.ease <= bindparam("easiest"),
        ABOUT,
    )
    .order_by(func.coalesce(F.day, F.month).desc(), F.id)
    .limit(bindparam("most"))
    .offset(bindparam("past"))
)
ONE = LINE.where(F.id == bindparam("id"), F.words.is_not(None))


class Count(NamedTuple):
    """How many found a page, or a step of a service, so easy in a month."""

    page: str
    service: str
    step: str
    month: date
    ease: int
    number: int


class Line(NamedTuple):
    """What one wrote."""

    id: UUID
    page: str
    service: str
    step: str
    ease: int
    locale: str
    month: date
    day: date | None
    words: str


def counts(unit: Unit, since: date) -> list[Count]:
    """All that was answered, from this month on."""
    return [Count._make(row) for row in db.rows(unit, COUNTS, since=since)]


class Wanted(NamedTuple):
    """Lines of these pages and steps of services (`SERVICE/STEP`), from one month to another, at most so easy."""

    pages: Sequence[str]
    steps: Sequence[str]
    since: date
    last: date
    easiest: int


def lines(unit: Unit, wanted: Wanted, past: int, most: int) -> list[Line]:
    """What was written about these, the newest first, without those `past`."""
    asked = {**wanted._asdict(), "pages": list(wanted.pages), "steps": list(wanted.steps)}
    return [_line(unit, row) for row in db.rows(unit, LINES, past=past, most=most, **asked)]


def line(unit: Unit, id: UUID) -> Line | None:
    row = db.row(unit, ONE, id=id)
    return _line(unit, row) if row else None


def _line(unit: Unit, row: db.AnyRow) -> Line:
    words = keys.open(unit, keys.TOWN, keys.place(Feedback, "words", row.id), row.words)
    return Line._make((*row[:-1], words))

"""Counts by group; days as a histogram, so that any part of the town has its median."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import bindparam, func, or_, select

from app.cases.together import mergers
from app.insights.masking import LEAST
from app.insights.models import CaseFigure, MonthToSum, SearchInVain, ServiceMonth, SummedMonth
from app.kit import db
from app.kit.db import Unit

F, V = db.table(CaseFigure).c, db.table(SearchInVain).c
M, K, T = db.table(ServiceMonth).c, db.table(SummedMonth).c, db.table(MonthToSum).c
DECIDED = ("granted", "refused", "done")
"""Ends that the town brings about; taking back and giving up are the person's."""
RECEIVED = (
    select(F.received_in, F.service, F.channel, func.count())
    .where(F.received_in >= bindparam("since"), or_(F.outcome.is_(None), F.outcome != mergers.MERGED))
    .group_by(F.received_in, F.service, F.channel)
)
ENDED = (
    select(F.closed_in, F.service, F.days, F.late, func.count())
    .where(F.closed_in >= bindparam("since"), F.outcome.in_(DECIDED))
    .group_by(F.closed_in, F.service, F.days, F.late)
)
RECEIVED_IN = (
    select(F.service, func.count().label("number"))
    .where(F.received_in == bindparam("month"), or_(F.outcome.is_(None), F.outcome != mergers.MERGED))
    .group_by(F.service)
)
ENDED_IN = (
    select(F.service, F.days, F.late, func.count().label("number"))
    .where(F.closed_in == bindparam("month"), F.outcome.in_(DECIDED))
    .group_by(F.service, F.days, F.late)
)
SUMS = select(M.month, M.service, M.received, M.ended).where(M.month.between(bindparam("since"), bindparam("until")))
SUMMED = select(K.month).order_by(K.month)
SUMMED_AT = select(func.max(K.at).label("at"), func.max(K.month).label("month"))
MARKS = select(T.id, T.month).order_by(T.id).limit(bindparam("most"))
IN_VAIN_KINDS = select(func.count()).where(V.day == bindparam("day"))
IN_VAIN_ASKED = select(func.sum(V.count)).where(V.key == bindparam("key"))
IN_VAIN_ALL = select(func.coalesce(func.sum(V.count), 0)).where(V.day >= bindparam("since"))
IN_VAIN = (
    select(V.locale, func.max(V.words).label("words"), func.sum(V.count).label("number"))
    .where(V.day >= bindparam("since"))
    .group_by(V.key, V.locale)
    .having(func.sum(V.count) >= LEAST, func.max(V.words).is_not(None))
    .order_by(func.sum(V.count).desc(), func.max(V.words))
    .limit(bindparam("most"))
)


class Received(NamedTuple):
    month: date
    service: str
    channel: str
    number: int


class Decided(NamedTuple):
    month: date
    service: str
    days: int
    late: bool | None
    number: int


def received(unit: Unit, since: date) -> list[Received]:
    """What came in, from this month on."""
    return [Received._make(row) for row in db.rows(unit, RECEIVED, since=since)]


def decided(unit: Unit, since: date) -> list[Decided]:
    return [Decided._make(row) for row in db.rows(unit, ENDED, since=since)]


class InVain(NamedTuple):
    locale: str
    words: str
    number: int


def in_vain(unit: Unit, since: date, most: int) -> list[InVain]:
    """What was looked for and not found, by at least so many that nobody is told of; the most wanted first."""
    return [InVain(row.locale, row.words, int(row.number)) for row in db.rows(unit, IN_VAIN, since=since, most=most)]


def all_in_vain(unit: Unit, since: date) -> int:
    """All that was looked for and not found, also what is not shown by itself."""
    return int(db.value(unit, IN_VAIN_ALL, since=since))

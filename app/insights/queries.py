"""Counts by group; days as a histogram, so that any part of the town has its median."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import bindparam, func, or_, select

from app.cases.together import mergers
from app.insights.models import CaseFigure
from app.kit import db
from app.kit.db import Unit

F = db.table(CaseFigure).c
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


class Received(NamedTuple):
    month: date
    service: str
    channel: str
    number: int


class Decided(NamedTuple):
    month: date
    service: str
    days: int
    late: bool
    number: int


def received(unit: Unit, since: date) -> list[Received]:
    """What came in, from this month on."""
    return [Received._make(row) for row in db.rows(unit, RECEIVED, since=since)]


def decided(unit: Unit, since: date) -> list[Decided]:
    return [Decided._make(row) for row in db.rows(unit, ENDED, since=since)]

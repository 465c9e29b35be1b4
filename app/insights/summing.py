"""Summing: a month that is over, service by service, once; and again where a line of it became another one.

The running month is nobody's sum: those who count cases never wait for each other. A mark is written beside the line in
one transaction, so whatever a sum has not seen yet is summed after it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, delete, update

from app.cases.together import mergers
from app.insights import queries
from app.insights.figures import months
from app.insights.models import MonthToSum, ServiceMonth, SummedMonth
from app.kit import db
from app.kit.db import Unit

EVERY = timedelta(hours=1)
OVER = timedelta(hours=1)
"""So long after its end a month is summed: nobody is still at writing a line who takes it for the running one."""
MOST = 5_000
M, K, T = db.table(ServiceMonth), db.table(SummedMonth), db.table(MonthToSum)
EMPTY = delete(M).where(M.c.month == bindparam("its"))
SUMMED = update(K).where(K.c.month == bindparam("its")).values(at=bindparam("now"))
SEEN = delete(T).where(T.c.id.in_(bindparam("seen", expanding=True)))
Line = Mapping[str, Any]
Sums = dict[str, dict[str, Any]]


def mark(unit: Unit, old: Line | None, new: Line) -> None:
    """Note the months that are over and come to something else by this line."""
    changed = set(_counts(old) if old else ()) ^ set(_counts(new))
    for month in {part[1] for part in changed if part[1] < unit.today.replace(day=1)}:
        db.add(unit, MonthToSum, month=month)


def sum_due(unit: Unit) -> None:
    """Sum the months of the last year that are not summed yet, and those that are to be summed again."""
    marks = db.rows(unit, queries.MARKS, most=MOST)
    summed = {row.month for row in db.rows(unit, queries.SUMMED)}
    for month in sorted((set(year(unit)) - summed) | ({row.month for row in marks} & summed)):
        sum_again(unit, month)
    db.change(unit, SEEN, seen=[row.id for row in marks])


def to_sum(unit: Unit) -> list[date]:
    """Every month that has sums or is to have them."""
    return sorted({row.month for row in db.rows(unit, queries.SUMMED)} | set(year(unit)))


def sum_again(unit: Unit, month: date) -> bool:
    """Sum a month from the lines of its cases; whether what was kept was something else."""
    kept, sums = _kept(unit, month), _sums(unit, month)
    known = db.row(unit, queries.SUMMED.where(K.c.month == month)) is not None
    if known and kept == sums:
        return False
    db.change(unit, EMPTY, its=month)
    for service, its in sums.items():
        db.add(unit, ServiceMonth, month=month, service=service, **its)
    if not db.change(unit, SUMMED, its=month, now=unit.now):
        db.add(unit, SummedMonth, month=month, at=unit.now)
    return known


def year(unit: Unit) -> tuple[date, ...]:
    """The last twelve months that are over."""
    today = (unit.now - OVER).astimezone(ZoneInfo(unit.town.zone)).date()
    return months(today.replace(day=1) - timedelta(days=1))


def _counts(line: Line) -> Iterator[tuple[Any, ...]]:
    """What a line adds to which month."""
    if line["outcome"] != mergers.MERGED:
        yield "received", line["received_in"], line["service"]
    if line["outcome"] in queries.DECIDED:
        yield "ended", line["closed_in"], line["service"], line["days"], line["late"]


def _kept(unit: Unit, month: date) -> Sums:
    rows = db.rows(unit, queries.SUMS, since=month, until=month)
    return {row.service: {"received": row.received, "ended": row.ended} for row in rows}


def _sums(unit: Unit, month: date) -> Sums:
    found: Sums = defaultdict(lambda: {"received": 0, "ended": []})
    for row in db.rows(unit, queries.RECEIVED_IN, month=month):
        found[row.service]["received"] = row.number
    ended = db.rows(unit, queries.ENDED_IN, month=month)
    for row in sorted(ended, key=lambda row: (row.days, row.late is None, bool(row.late))):
        found[row.service]["ended"].append([row.days, row.late, row.number])
    return dict(found)

"""The last twelve months that are summed, as everybody may know them: worked out once, kept until a sum changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app import catalogue
from app.insights import queries, summing
from app.insights.figures import months
from app.insights.public.rough import Numbers, numbers
from app.insights.queries import Decided, Received
from app.kit import db
from app.kit.db import Unit


@dataclass(frozen=True)
class PublicYear:
    months: tuple[date, ...]
    numbers: Mapping[str, Numbers]


def year(unit: Unit) -> PublicYear:
    at, last = _summed(unit)
    of = months(last) if last else summing.year(unit)
    return catalogue.derived(unit, ("public year", at, of), lambda: work_out(unit, of))


def version(unit: Unit) -> str:
    """Another one whenever a sum changes: whoever keeps a page with numbers keeps it so long."""
    at, _ = _summed(unit)
    return at.isoformat() if at else ""


def _summed(unit: Unit) -> tuple[datetime | None, date | None]:
    row = db.row(unit, queries.SUMMED_AT)
    return (row.at, row.month) if row else (None, None)


def work_out(unit: Unit, of: tuple[date, ...]) -> PublicYear:
    rows = list(db.rows(unit, queries.SUMS, since=of[0], until=of[-1]))
    received = [Received(row.month, row.service, "", row.received) for row in rows if row.received]
    decided = [Decided(row.month, row.service, *each) for row in rows for each in row.ended]
    return PublicYear(of, numbers(of, received, decided))

"""From counts to tables: a year by months, by services and by channels, with what is rare masked."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import ceil
from typing import TypeAlias, TypeVar

from app.insights.masking import LEAST, masked
from app.insights.queries import Decided, Received

MONTHS = 12
T = TypeVar("T", bound=Hashable)
Counts: TypeAlias = Mapping[tuple[str, T | None], int | None]
"""None where a count is masked."""


@dataclass(frozen=True)
class Line:
    """A month, a service or a channel. A count is None where it is masked; days are None where too few were decided.
    `half` and `most`: so many days at most took half of what was decided, and nine of ten."""

    key: str
    received: int | None
    decided: int | None = None
    late: int | None = None
    half: int | None = None
    most: int | None = None


@dataclass(frozen=True)
class Year:
    """The last of `months` is the running one."""

    months: tuple[date, ...]
    received: Sequence[Received]
    decided: Sequence[Decided]

    def by_month(self, service: str = "") -> list[Line]:
        """All services, or one."""
        days = {month: self._days(month=month, service=service) for month in self.months}
        return [self._line(month.isoformat(), (service, month), days[month]) for month in self.months]

    def by_service(self, services: Iterable[str]) -> list[Line]:
        return [self._line(service, (service, None), self._days(service=service)) for service in services]

    def by_channel(self, channels: Iterable[str], service: str = "") -> list[Line]:
        counts = table((row.service, row.channel, row.number) for row in self.received)
        return [Line(channel, counts.get((service, channel), 0)) for channel in channels]

    def _line(self, key: str, cell: tuple[str, date | None], days: Mapping[int, int]) -> Line:
        decided = self._decided.get(cell, 0)
        known = decided is not None and decided >= LEAST
        return Line(
            key,
            self._received.get(cell, 0),
            decided,
            self._late.get(cell, 0),
            percentile(days, 0.5) if known else None,
            percentile(days, 0.9) if known else None,
        )

    def _days(self, *, month: date | None = None, service: str = "") -> Mapping[int, int]:
        found: Counter[int] = Counter()
        for row in self.decided:
            if month in (None, row.month) and service in ("", row.service):
                found[row.days] += row.number
        return found

    @cached_property
    def _received(self) -> Counts[date]:
        return table((row.service, row.month, row.number) for row in self.received)

    @cached_property
    def _decided(self) -> Counts[date]:
        return table((row.service, row.month, row.number) for row in self.decided)

    @cached_property
    def _late(self) -> Counts[date]:
        return table((row.service, row.month, row.number) for row in self.decided if row.late)


def table(counts: Iterable[tuple[str, T, int]]) -> Counts[T]:
    """Services by something else, with the sums of both sides: "" for all services, None for all of the rest."""
    cells: Counter[tuple[str, T | None]] = Counter()
    for service, other, count in counts:
        for cell in ((service, other), ("", other), (service, None), ("", None)):
            cells[cell] += count
    hidden = masked(cells)
    return {cell: None if cell in hidden else count for cell, count in cells.items()}


def percentile(histogram: Mapping[int, int], share: float) -> int | None:
    """The least number of days within which this share was decided (nearest rank); None of nothing."""
    wanted, seen = ceil(share * sum(histogram.values())), 0
    for days in sorted(histogram):
        seen += histogram[days]
        if seen >= wanted:
            return days
    return None


def months(today: date) -> tuple[date, ...]:
    """A year by its first days, the running month last."""
    last = today.year * MONTHS + today.month - 1
    return tuple(date(number // MONTHS, number % MONTHS + 1, 1) for number in range(last - MONTHS + 1, last + 1))

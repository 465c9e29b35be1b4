"""From counts to tables: a year by months, by services and by channels, with what is rare masked."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import ceil
from typing import TypeAlias

from app.insights.masking import LEAST, hidden_parts, small
from app.insights.queries import Decided, Received

MONTHS = 12
Cell: TypeAlias = tuple[str, date]
"""A service, "" for all of them, in a month."""


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
    """The last of `months` is the running one. What is masked in a month is masked for ever, whatever year is looked
    at: so two pages, of this month and of the next, say no more than one."""

    months: tuple[date, ...]
    received: Sequence[Received]
    decided: Sequence[Decided]

    def by_month(self, service: str = "") -> list[Line]:
        """All services, or one."""
        return [self._month((service, month)) for month in self.months]

    def by_service(self, services: Iterable[str]) -> list[Line]:
        """A year is shown where each of its months is: it could be taken from the year before it."""
        return [
            Line(
                service,
                self._year(self._received, service),
                self._year(self._decided, service),
                self._year(self._late, service),
                *percentiles(self._days(service=service)),
            )
            for service in services
        ]

    def by_channel(self, channels: Iterable[str], service: str = "") -> list[Line]:
        """Of a service all of them or none."""
        hidden = service in self._without_channels
        return [Line(channel, None if hidden else self._by_channel[service][channel]) for channel in channels]

    def _month(self, cell: Cell) -> Line:
        decided = self._decided.get(cell, 0)
        days = self._days(month=cell[1], service=cell[0]) if decided else {}
        return Line(
            cell[1].isoformat(), self._received.get(cell, 0), decided, self._late.get(cell, 0), *percentiles(days)
        )

    def _year(self, counts: Mapping[Cell, int | None], service: str) -> int | None:
        known = [counts.get((service, month), 0) for month in self.months]
        return None if None in known else sum(number or 0 for number in known)

    def _days(self, *, month: date | None = None, service: str = "") -> Mapping[int, int]:
        if month is not None:
            return self._histograms[service, month]
        return sum((self._histograms[service, each] for each in self.months), Counter[int]())

    @cached_property
    def _histograms(self) -> Mapping[Cell, Counter[int]]:
        found: defaultdict[Cell, Counter[int]] = defaultdict(Counter)
        for row in self.decided:
            for service in (row.service, ""):
                found[service, row.month][row.days] += row.number
        return found

    @cached_property
    def _received(self) -> dict[Cell, int | None]:
        return masked(counted((row.service, row.month, row.number) for row in self.received))

    @cached_property
    def _decided(self) -> dict[Cell, int | None]:
        return masked(self._ended)

    @cached_property
    def _late(self) -> dict[Cell, int | None]:
        """Late and in time are told apart: neither may be small."""
        late = counted((row.service, row.month, row.number) for row in self.decided if row.late)
        parts = {cell: (late[cell], number - late[cell]) for cell, number in self._ended.items()}
        return masked(late, parts, {cell for cell, number in self._decided.items() if number is None})

    @cached_property
    def _ended(self) -> Counter[Cell]:
        return counted((row.service, row.month, row.number) for row in self.decided)

    @cached_property
    def _by_channel(self) -> Mapping[str, Counter[str]]:
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for row in self.received:
            for service in (row.service, ""):
                found[service][row.channel] += row.number
        return found

    @cached_property
    def _without_channels(self) -> frozenset[str]:
        """Services whose channels are not shown. Those of all services together are not either where they would give
        away a year, or those of one service."""
        rows = {service: row for service, row in self._by_channel.items() if service}
        hidden = {
            service
            for service, row in rows.items()
            if self._year(self._received, service) is None or any(map(small, row.values()))
        }
        shown = sorted(rows.keys() - hidden, key=lambda service: rows[service].total(), reverse=True)
        while hidden and not _hide_each_other([rows[service] for service in hidden]):
            if not shown:
                return frozenset({*hidden, ""})
            hidden.add(shown.pop())
        return frozenset(hidden if self._year(self._received, "") is not None else {*hidden, ""})


def counted(numbers: Iterable[tuple[str, date, int]]) -> Counter[Cell]:
    """Services by months, and their sums."""
    found: Counter[Cell] = Counter()
    for service, month, number in numbers:
        for cell in ((service, month), ("", month)):
            found[cell] += number
    return found


def masked(
    counts: Mapping[Cell, int], parts: Mapping[Cell, tuple[int, ...]] | None = None, also: Iterable[Cell] = ()
) -> dict[Cell, int | None]:
    """The same with None where a count must not be shown, month by month; `parts`: what a count can be split into."""
    parts = parts if parts is not None else {cell: (number,) for cell, number in counts.items()}
    shown: dict[Cell, int | None] = dict(counts)
    before = set(also)
    for month in {month for _, month in parts}:
        of_month = {service: split for (service, its), split in parts.items() if its == month and service}
        hidden, whole = hidden_parts(of_month, {service for service, its in before if its == month and service})
        sums = {""} if whole or ("", month) in before else set()
        shown.update({(service, month): None for service in hidden | sums})
    return shown


def _hide_each_other(rows: Sequence[Counter[str]]) -> bool:
    """Their sum, channel by channel, can be worked out: is it never small, and never that of one?"""
    return len(rows) > 1 and not any(map(small, sum(rows, Counter[str]()).values()))


def percentiles(histogram: Mapping[int, int]) -> tuple[int | None, int | None]:
    """The days of half and of nine of ten; None of too few."""
    if sum(histogram.values()) < LEAST:
        return None, None
    return percentile(histogram, 0.5), percentile(histogram, 0.9)


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

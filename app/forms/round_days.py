"""The days of a round, as a cell of a table says them: `tue fri`; with `even` or `odd`, only in those weeks."""

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARITY = {"even": 0, "odd": 1}
"""Of the week's number in its year (ISO 8601)."""


def words(cell: str) -> list[str]:
    return re.findall(r"[a-z]+", cell.lower())


def is_round(cell: str) -> bool:
    return all(word in WEEKDAYS or word in PARITY for word in words(cell))


def days(cell: str, first: date, last: date, closed: Collection[date]) -> Iterator[date]:
    """From `first` to `last`, without those on which nobody works."""
    said = words(cell)
    weekdays = {WEEKDAYS.index(word) for word in said if word in WEEKDAYS}
    weeks = {PARITY[word] for word in said if word in PARITY} or set(PARITY.values())
    day = first
    while weekdays and day <= last:
        if day.weekday() in weekdays and day.isocalendar().week % 2 in weeks and day not in closed:
            yield day
        day += timedelta(days=1)

"""A year of a service as everybody may know it: exact where each of its months may be shown, a round bound elsewhere.

Whoever subtracts one year from the next, or the months of the desk from a year, has a single month; so a year is exact
only where no month of it is masked. A bound is never closer than five: what lies below it and above it are both many.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.insights.figures import Line, Year
from app.insights.masking import LEAST
from app.insights.queries import Decided, Received

STEPS = (1, 2, 5)
SHARES = (95, 90, 80, 70, 60, 50)
"""Hundredths of which we say “at least”."""
HALF = 50


@dataclass(frozen=True)
class Number:
    """`how`: it is this number, at least this, or fewer."""

    value: int
    how: Literal["exact", "least", "below"] = "exact"


@dataclass(frozen=True)
class Numbers:
    """`half` and `most`: so many days at most took half of what was decided, and nine of ten. `in_time`: hundredths of
    what had a last day. None where nothing may be said; `timed`: whether anything had such a day."""

    received: Number | None
    half: int
    most: int
    in_time: Number | None
    timed: bool


def numbers(months: tuple[date, ...], received: Sequence[Received], decided: Sequence[Decided]) -> dict[str, Numbers]:
    """By service; without those of which fewer than five were decided."""
    year = Year(months, received, decided)
    came, every, late = Counter[str](), Counter[str](), Counter[str]()
    for each in received:
        came[each.service] += each.number
    for row in decided:
        every[row.service] += row.number if row.late is not None else 0
        late[row.service] += row.number if row.late else 0
    found: dict[str, Numbers] = {}
    for line in year.by_service(sorted(every)):
        if line.half is None or line.most is None:
            continue
        lines, of = year.by_month(line.key), line.key
        in_time = _in_time(lines, late[of], every[of])
        found[of] = Numbers(_received(lines, came[of]), line.half, line.most, in_time, every[of] > 0)
    return found


def _received(lines: Sequence[Line], came: int) -> Number | None:
    """Of one hidden month a bound would tell: it is that of the others then."""
    shown = [line.received for line in lines if line.received is not None]
    if len(shown) == len(lines):
        return Number(came)
    return at_least(came if len(lines) - len(shown) > 1 else sum(shown))


def _in_time(lines: Sequence[Line], late: int, every: int) -> Number | None:
    """The hundredths, rounded down: all is all. Of one hidden month we take the worst."""
    if every < LEAST:
        return None
    hidden = [line for line in lines if line.late is None or line.decided is None]
    if not hidden or not late:
        return Number((every - late) * 100 // every)
    if len(hidden) == 1:
        if hidden[0].decided is None:
            return None
        worst = sum(line.late or 0 for line in lines) + hidden[0].decided
        return _share(min(worst, every), every)
    below = 2 * late > every and every >= 2 * LEAST + 2
    return Number(HALF, "below") if below else _share(late, every)


def at_least(number: int) -> Number | None:
    """The next round number below: 5, 10, 20, 50, 100 and so on; None of too few."""
    found, ten = 0, 1
    while ten <= number:
        found = max(found, *(step * ten for step in STEPS if step * ten <= number))
        ten *= 10
    return Number(found, "least") if found >= LEAST else None


def _share(late: int, every: int) -> Number | None:
    """The greatest share that holds and that would hold with five late ones too."""
    for share in SHARES:
        room = every * (100 - share) // 100
        if room >= LEAST and late <= room:
            return Number(share, "least")
    return None

"""When a local event takes place: a rule of RFC 5545, read on the clock of the town."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import DAILY, rrule, rrulestr

from app.catalogue.writing.facts import LocalEventFacts

PARTS = frozenset({
    "FREQ", "UNTIL", "COUNT", "INTERVAL", "BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY", "BYMONTHDAY", "BYYEARDAY",
    "BYWEEKNO", "BYMONTH", "BYSETPOS", "WKST",
})  # fmt: skip
"""What a rule may say; our library reads more, which calendars do not."""
MOST = 5_000
"""Days that are looked at before an event counts as over."""


class BadRule(ValueError):
    """A rule that nobody can follow; says what to do."""


def rule(facts: LocalEventFacts, zone: ZoneInfo) -> rrule:
    """The rule of an event that repeats. BadRule if it is none, or if the first day is not one of its days."""
    start = facts.starts.replace(tzinfo=zone)
    names = {part.partition("=")[0].upper() for part in facts.repeat.split(";")}
    try:
        if strange := sorted(names - PARTS):
            raise ValueError(f"there is no {strange[0]}")
        found = rrulestr(facts.repeat, dtstart=start)
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        message = f"“{facts.repeat}” is no rule of RFC 5545 ({problem}). Write it as in FREQ=WEEKLY;BYDAY=TU"
        raise BadRule(message) from problem
    if not isinstance(found, rrule) or found._freq > DAILY:
        raise BadRule("Let the event repeat by day, week, month or year: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY")
    if next(iter(found), None) != start:
        raise BadRule("The first day of `starts` is not one of the days that this rule names. Change one of the two")
    return found


def dates(facts: LocalEventFacts, zone: ZoneInfo, after: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Start and end, in UTC, of each time that is not over `after` that moment, the next one first."""
    lasts = facts.ends - facts.starts
    for start in islice(_starts(facts, zone, after - lasts - timedelta(days=1)), MOST):
        begins, ends = start.astimezone(UTC), (start.replace(tzinfo=None) + lasts).replace(tzinfo=zone).astimezone(UTC)
        if ends > after and start.date() not in facts.without:
            yield begins, ends


def _starts(facts: LocalEventFacts, zone: ZoneInfo, after: datetime) -> Iterator[datetime]:
    if not facts.repeat:
        yield facts.starts.replace(tzinfo=zone)
        return
    yield from rule(facts, zone).xafter(after.astimezone(zone), inc=True)

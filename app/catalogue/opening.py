"""Whether an office is open, and when that changes: in words, and for who keeps the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.catalogue.content import Office
from app.kit.durations import civil_moment
from app.kit.i18n import N_, format_clock, format_day, translate

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FAR = 60
"""Days that are looked at for the next opening."""


@dataclass(frozen=True)
class State:
    """`changes`: when another sentence is true; None for an office that does not open at all."""

    open: bool
    words: str
    changes: datetime | None


def state(office: Office, zone: ZoneInfo, now: datetime, locale: str) -> State:
    today = now.astimezone(zone).date()
    for begins, ends in _times(office, zone, today):
        if ends <= now:
            continue
        if begins <= now:
            till = format_clock(ends.astimezone(zone).time(), locale)
            return State(True, translate(locale, N_("Open now, until %(time)s"), time=till), ends)
        midnight = civil_moment(today + timedelta(days=1), time(), zone)
        return State(False, _opens(begins.astimezone(zone), today, locale), min(begins, midnight))
    return State(False, "", None)


def _opens(at: datetime, today: date, locale: str) -> str:
    clock, days = format_clock(at.time(), locale), (at.date() - today).days
    if days == 0:
        return translate(locale, N_("Closed now. Opens today at %(time)s"), time=clock)
    if days == 1:
        return translate(locale, N_("Closed now. Opens tomorrow at %(time)s"), time=clock)
    day = format_day(at.date(), locale, "full")
    return translate(locale, N_("Closed now. Opens on %(day)s at %(time)s"), day=day, time=clock)


def _times(office: Office, zone: ZoneInfo, first: date) -> Iterator[tuple[datetime, datetime]]:
    """Start and end of each opening from that day on, in UTC."""
    for ahead in range(FAR):
        day = first + timedelta(days=ahead)
        for hours in () if day in office.closed else sorted(office.open.get(WEEK[day.weekday()], ())):
            begins, ends = (time.fromisoformat(part) for part in hours.split("-"))
            yield civil_moment(day, begins, zone), civil_moment(day, ends, zone)

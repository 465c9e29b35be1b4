"""The legal clock: when a case is due, what stops it, and how much of it is left.

Day one follows the receipt, in the town's zone. What arrives on a free day counts as the first minute of the next
working day, and a last day that is free moves on. While a person is asked for something the clock stands still, and
the due date moves by the days lost. Which days are free, and how long a term is, the legal profile says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from app.cases.profile import WEEKDAYS, Profile
from app.kit.durations import civil_moment, shift_day
from app.workflow import ClockSetting, Term

DAY = timedelta(days=1)


@dataclass(frozen=True, eq=False)
class LegalCalendar:
    """The working days of a town. Days are civil days in its zone; moments are aware."""

    zone: ZoneInfo
    weekdays: frozenset[int]
    holidays: frozenset[date]

    @staticmethod
    def of(profile: Profile) -> "LegalCalendar":
        return LegalCalendar(
            zone=ZoneInfo(profile.zone),
            weekdays=frozenset(WEEKDAYS.index(name) for name in profile.working_days),
            holidays=frozenset(holiday.date for holiday in profile.holidays),
        )

    def is_free(self, day: date) -> bool:
        return day.weekday() not in self.weekdays or day in self.holidays

    def day_of(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()

    def working_from(self, day: date) -> date:
        """This day, or the next working day when it is free."""
        while self.is_free(day):
            day += DAY
        return day

    def received_on(self, moment: datetime) -> date:
        """The day that something arriving at this moment counts for."""
        return self.working_from(self.day_of(moment))

    def last_day(self, start: date, term: Term) -> date:
        """The last day of a term whose day one follows `start`; never a free day."""
        return self.working_from(self.ends(start, term))

    def ends(self, start: date, term: Term) -> date:
        """As `last_day`, before it moves on from a free day."""
        if term.working:
            return self.later(start, term.days or 0, term)
        return shift_day(start, f"P{term.months}M" if term.months else f"P{term.days}D")

    def later(self, day: date, lost: int, term: Term) -> date:
        """A day moved by so many days, working days when the term counts those."""
        if not term.working:
            return day + lost * DAY
        for _ in range(lost):
            day = self.working_from(day + DAY)
        return day

    def days_between(self, start: date, end: date, term: Term) -> int:
        """Days from `start` up to, and without, `end`: working days when the term counts those."""
        if not term.working:
            return max(0, (end - start).days)
        return _working_days(self, start, end)

    def end_of(self, day: date) -> datetime:
        """The first moment that is too late for this day."""
        return civil_moment(day + DAY, time(), self.zone)


@lru_cache(4096)
def _working_days(calendar: LegalCalendar, start: date, end: date) -> int:
    days = (start + number * DAY for number in range((end - start).days))
    return sum(not calendar.is_free(day) for day in days)


@dataclass(frozen=True)
class Outage:
    """The portal did not work; `until` is None while that lasts."""

    since: datetime
    until: datetime | None


@dataclass(frozen=True, eq=False)
class DaysOfLaw:
    """The calendar for last days that an outage moves: one that falls into it moves to so many days (`adds`) after
    it. While the outage lasts, that is counted from today."""

    calendar: LegalCalendar
    outages: Sequence[Outage]
    adds: Term
    today: date

    @property
    def zone(self) -> ZoneInfo:
        return self.calendar.zone

    def last_day(self, start: date, term: Term) -> date:
        return self.moved(self.calendar.last_day(start, term))

    def moved(self, day: date) -> date:
        """A last day as it is after the outages that it fell into."""
        for outage in sorted(self.outages, key=lambda outage: outage.since):
            last = self.calendar.day_of(outage.until) if outage.until else self.today
            if self.calendar.day_of(outage.since) <= day <= last:
                day = self.calendar.last_day(last, self.adds)
        return day


@dataclass(frozen=True)
class Pause:
    """The clock stands still from the day of asking to the day of the answer; `until` is None while it is awaited."""

    reason: str
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True)
class Longer:
    """The term was made longer at this moment, by so many days as it counts them."""

    at: datetime
    days: int


@dataclass(frozen=True)
class Reading:
    """What the clock shows, in numbers ready for a sentence.

    `left` counts as the term does: working days (`working`) or natural ones; 0 is "due today". `late` counts natural
    days, because a person waits on Sundays too. `stopped` is the pause that still lasts: `due` is then the day it
    would be if the answer came now.
    """

    due: date
    left: int
    late: int
    working: bool
    stopped: Pause | None = None


@dataclass(frozen=True, eq=False)
class LegalClock:
    """The clock of one case: its term, on the calendar and by the law of its town."""

    calendar: LegalCalendar
    term: Term
    after_pause: Literal["resumes", "restarts"] = "resumes"

    @staticmethod
    def of(profile: Profile, setting: ClockSetting) -> "LegalClock | None":
        """The clock that a service asks for; the profile's term where it has none of its own; None for `none`."""
        if setting == "none":
            return None
        return LegalClock(LegalCalendar.of(profile), setting or profile.term, profile.pauses)

    def due(
        self, started: datetime, pauses: Sequence[Pause], now: datetime, longer: Sequence[Longer] = ()
    ) -> date:  # fmt: skip
        """The last day to decide. A pause that began after it came too late and moves nothing."""
        return self.calendar.working_from(self.end(started, pauses, now, longer))

    def end(self, started: datetime, pauses: Sequence[Pause], now: datetime, longer: Sequence[Longer] = ()) -> date:
        """As `due`, before it moves on from a free day."""
        start = self.calendar.received_on(started)
        end = self.calendar.ends(start, self.term)
        given = sorted((each for each in longer if each.at >= started), key=lambda each: each.at)
        for stopped, resumed in self._still(pauses, now):
            while given and self.calendar.day_of(given[0].at) <= stopped:
                end = self.calendar.later(end, given.pop(0).days, self.term)
            if stopped > self.calendar.working_from(end):
                break
            end = self._moved(end, max(stopped, start), max(resumed, start))
        return self.calendar.later(end, sum(each.days for each in given), self.term)

    def read(
        self, started: datetime, pauses: Sequence[Pause], now: datetime, longer: Sequence[Longer] = ()
    ) -> Reading:  # fmt: skip
        due = self.due(started, pauses, now, longer)
        stopped = next((pause for pause in reversed(pauses) if pause.until is None), None)
        today = self.calendar.received_on(now) if stopped else self.calendar.day_of(now)
        return Reading(
            due=due,
            left=self.calendar.days_between(today + DAY, due + DAY, self.term),
            late=max(0, (self.calendar.day_of(now) - due).days),
            working=self.term.working,
            stopped=stopped,
        )

    def _still(self, pauses: Sequence[Pause], now: datetime) -> list[tuple[date, date]]:
        """The days of asking and of answering, in order; pauses that overlap are one."""
        spans: list[tuple[date, date]] = []
        for pause in sorted(pauses, key=lambda pause: pause.since):
            stopped = self.calendar.day_of(pause.since)
            resumed = max(stopped, self.calendar.received_on(pause.until or now))
            if spans and stopped <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(resumed, spans[-1][1]))
            else:
                spans.append((stopped, resumed))
        return spans

    def _moved(self, end: date, stopped: date, resumed: date) -> date:
        if self.after_pause == "restarts":
            return max(end, self.calendar.ends(resumed, self.term))
        return self.calendar.later(end, self.calendar.days_between(stopped, resumed, self.term), self.term)

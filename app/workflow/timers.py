"""When transitions happen by themselves, and when the person is reminded before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

from app.kit.durations import backwards, civil_moment, is_whole_days, shift_day, shift_moment
from app.workflow.definition import At, ProfileTerm, Remind, Transition, Workflow
from app.workflow.terms import Term


class Calendar(Protocol):
    """The town's days: its zone, and how its law counts a term."""

    @property
    def zone(self) -> ZoneInfo: ...

    def last_day(self, start: date, term: Term) -> date:
        """The last day of a term whose day one follows `start`; never a free day."""
        ...


@dataclass(frozen=True)
class Timer:
    """A job to be: `due` takes the transition, `remind` sends its reminder, at `at` (UTC).

    `last_day` is what people are told: the last day on which it has not happened yet.
    """

    transition: str
    kind: Literal["due", "remind"]
    at: datetime
    last_day: date


def timers(
    workflow: Workflow,
    state: str,
    entered_at: datetime,
    answers: Mapping[str, object],
    profile_terms: Mapping[str, Term],
    calendar: Calendar,
) -> tuple[Timer, ...]:
    """The timers of a state that was just entered, in file order.

    A moment that has passed already is still given (it is due at once); a reminder that has passed is not. A date
    that was not answered has no timer; of several days it is the first whose moment is still to come.
    """
    return tuple(
        timer
        for way in workflow.leaving(state)
        if way.timed
        for timer in _timers(way, entered_at, answers, profile_terms, calendar)
    )


def _timers(
    way: Transition,
    entered_at: datetime,
    answers: Mapping[str, object],
    terms: Mapping[str, Term],
    calendar: Calendar,
) -> Iterator[Timer]:
    due = _due(way, entered_at, answers, terms, calendar)
    if due is None:
        return
    at, last_day = due
    yield Timer(way.id, "due", at, last_day)
    if way.remind:
        reminded = _reminder(way, way.remind, at, last_day, calendar.zone)
        if reminded > entered_at:
            yield Timer(way.id, "remind", reminded, last_day)


def _due(
    way: Transition,
    entered_at: datetime,
    answers: Mapping[str, object],
    terms: Mapping[str, Term],
    calendar: Calendar,
) -> tuple[datetime, date] | None:
    """The moment, and the last day before it."""
    zone = calendar.zone
    if isinstance(way.after, ProfileTerm):
        last_day = calendar.last_day(entered_at.astimezone(zone).date(), terms[way.after.profile])
        return civil_moment(last_day + timedelta(days=1), time(), zone), last_day
    if way.after is not None:
        at = shift_moment(entered_at, way.after, zone)
        return at, at.astimezone(zone).date()
    if way.at is None:
        return None
    answer = answers.get(way.at.field)
    if isinstance(answer, str):
        return _moment(way.at, answer, zone)
    moments = (_moment(way.at, each, zone) for each in (answer if isinstance(answer, list) else ()))
    return next((found for found in moments if found[0] > entered_at), None)


def _moment(at: At, answer: str, zone: ZoneInfo) -> tuple[datetime, date]:
    day = shift_day(date.fromisoformat(answer), at.shift)
    return civil_moment(day, time.fromisoformat(at.time), zone), day


def _reminder(way: Transition, remind: Remind, at: datetime, last_day: date, zone: ZoneInfo) -> datetime:
    before = backwards(remind.before)
    if isinstance(way.after, ProfileTerm) and is_whole_days(before):
        return civil_moment(shift_day(last_day, before), time.fromisoformat(remind.time), zone)
    return shift_moment(at, before, zone).astimezone(UTC)

"""The legal clock of a case in words: when it is due, what stopped it, how much is left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from app import catalogue
from app.cases import contents, law
from app.cases.clock import DAY, LegalClock, Pause, Reading
from app.cases.queries import Brief, Case
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, translate, translate_many
from app.kit.views import When, day

_ASKED = {
    "missing": N_("something was missing"),
    "wrong": N_("something was not right"),
    "outdated": N_("something was out of date"),
}


ONCE = N_("The time to decide was made longer already. The law allows no more.")


@dataclass(frozen=True)
class ClockLine:
    """`icon`: clock or pause."""

    icon: str
    text: str


class Due(NamedTuple):
    """When an answer is due, short enough for a list. `day` is None while there is no clock."""

    text: str
    late: bool = False
    day: When | None = None


def lines(
    unit: Unit, case: Case, service: catalogue.Service, locale: str, *, for_staff: bool = False
) -> tuple[ClockLine, ...]:
    """The clock and each pause with its reason; nothing once the case is closed but its pauses."""
    pauses = law.pauses(unit, case.id)
    reasons = {row.at: row.reason for row in contents.requests(unit, case.id)}
    told = [_pause(unit, pause, reasons.get(pause.since, ""), locale) for pause in pauses if pause.until]
    return (*_now(unit, case, service, pauses, reasons, locale), *told)


def due(unit: Unit, case: Case | Brief, service: catalogue.Service, locale: str) -> Due:
    """The short form, from the case's own row: a list asks for no pauses."""
    if case.closed_at is not None:
        return Due(translate(locale, N_("Closed on %(day)s"), day=format_day(local_day(unit, case.closed_at), locale)))
    if case.agreed is not None:
        said = translate(locale, N_("On %(day)s"), day=format_day(case.agreed, locale, "full"))
        return Due(said, day=day(case.agreed, locale))
    if case.stopped:
        return Due(translate(locale, N_("Clock stopped")))
    clock = law.clock(unit, service)
    if clock is None:
        return Due(translate(locale, N_("No due date")))
    if case.due is None:
        return Due(translate(locale, N_("No due date yet")))
    return _due(locale, clock, law.today(unit), case.due)


@lru_cache(4096)
def _due(locale: str, clock: LegalClock, today: date, last: date) -> Due:
    """The lines of a list share few days."""
    left = clock.calendar.days_between(today + DAY, last + DAY, clock.term)
    late = max(0, (today - last).days)
    said = _left(locale, left, late, clock.term.working)
    return Due(said[:1].upper() + said[1:], late > 0, day(last, locale))


def sentence(unit: Unit, case: Case | Brief, service: catalogue.Service, locale: str) -> str:
    """By when the town answers, as one sentence; "" where nothing is promised (yet)."""
    if case.agreed is not None:
        words = N_("The agreed day is %(day)s.")
        return translate(locale, words, day=format_day(case.agreed, locale, "full"))
    if case.due is None or case.closed_at is not None:
        return ""
    return translate(locale, N_("Answer by %(day)s."), day=format_day(case.due, locale, "full"))


def local_day(unit: Unit, at: datetime) -> date:
    """The civil day of a moment in the town's zone."""
    return law.calendar(unit).day_of(at)


def _now(
    unit: Unit,
    case: Case,
    service: catalogue.Service,
    pauses: Sequence[Pause],
    reasons: Mapping[datetime, str],
    locale: str,
) -> list[ClockLine]:
    clock = law.clock(unit, service)
    if case.closed_at is not None or case.started_at is None:
        return []
    if clock is None:
        return [ClockLine("clock", sentence(unit, case, service, locale))] if case.agreed else []
    given, setting = law.longer(unit, case.id), law.profile(unit).extension
    reading = clock.read(case.started_at, pauses, unit.now, given)
    if reading.stopped is None:
        used = given and setting is not None and len(given) >= setting.times
        last = [ClockLine("clock", translate(locale, ONCE))] if used else []
        return [ClockLine("clock", _running(reading, locale)), *last]
    since = format_day(clock.calendar.day_of(reading.stopped.since), locale)
    why = _ASKED.get(reasons.get(reading.stopped.since, ""))
    if why is None:
        return [ClockLine("pause", translate(locale, N_("The clock has been stopped since %(day)s."), day=since))]
    words = N_("The clock has been stopped since %(day)s, because %(reason)s.")
    return [ClockLine("pause", translate(locale, words, day=since, reason=translate(locale, why)))]


def _running(reading: Reading, locale: str) -> str:
    left = _left(locale, reading.left, reading.late, reading.working)
    return translate(locale, N_("Answer by %(day)s: %(left)s."), day=format_day(reading.due, locale, "full"), left=left)


def _left(locale: str, left: int, late: int, working: bool) -> str:
    if late:
        return translate_many(locale, "%(number)s day late", "%(number)s days late", late)
    if not left:
        return translate(locale, N_("due today"))
    if working:
        return translate_many(locale, "%(number)s working day left", "%(number)s working days left", left)
    return translate_many(locale, "%(number)s day left", "%(number)s days left", left)


def _pause(unit: Unit, pause: Pause, reason: str, locale: str) -> ClockLine:
    calendar = law.calendar(unit)
    since = format_day(calendar.day_of(pause.since), locale)
    assert pause.until is not None
    until = format_day(calendar.day_of(pause.until), locale)
    why = _ASKED.get(reason)
    if since == until:
        bare, because = (
            N_("The clock was stopped on %(day)s."),
            N_("The clock was stopped on %(day)s, because %(reason)s."),
        )
        words = because if why else bare
        return ClockLine("pause", translate(locale, words, day=since, reason=translate(locale, why) if why else ""))
    if why is None:
        words = N_("The clock was stopped from %(since)s to %(until)s.")
        return ClockLine("pause", translate(locale, words, since=since, until=until))
    words = N_("The clock was stopped from %(since)s to %(until)s, because %(reason)s.")
    return ClockLine("pause", translate(locale, words, since=since, until=until, reason=translate(locale, why)))

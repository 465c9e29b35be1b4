"""The legal clock of a case in words: when it is due, what stopped it, how much is left."""

from dataclasses import dataclass
from datetime import date

from app import catalogue
from app.cases import law, queries
from app.cases.clock import Pause, Reading
from app.cases.queries import Case
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, translate, translate_many
from app.kit.views import When, day

_ASKED = {
    "missing": N_("something was missing"),
    "wrong": N_("something was not right"),
    "outdated": N_("something was out of date"),
}


@dataclass(frozen=True)
class ClockLine:
    """`icon`: clock or pause."""

    icon: str
    text: str


@dataclass(frozen=True)
class Due:
    """When an answer is due, short enough for a list. `day` is None while there is no clock."""

    text: str
    late: bool = False
    day: When | None = None


def lines(
    unit: Unit, case: Case, service: catalogue.Service, locale: str, *, for_staff: bool = False
) -> tuple[ClockLine, ...]:
    """The clock and each pause with its reason; nothing once the case is closed but its pauses."""
    pauses = law.pauses(unit, case.id)
    reasons = {row.at: row.reason for row in queries.requests(unit, case.id)}
    told = [_pause(unit, pause, reasons.get(pause.since, ""), locale) for pause in pauses if pause.until]
    return (*_now(unit, case, service, pauses, reasons, locale), *told)


def due(unit: Unit, case: Case, service: catalogue.Service, locale: str) -> Due:
    """The short form, from the case's own row: a list asks for no pauses."""
    if case.closed_at is not None:
        return Due(translate(locale, N_("Closed on %(day)s"), day=_short(unit, case.closed_at.date(), locale)))
    if case.agreed is not None:
        said = translate(locale, N_("On %(day)s"), day=format_day(case.agreed, locale, "full"))
        return Due(said, day=day(case.agreed, locale))
    if case.stopped:
        return Due(translate(locale, N_("Clock stopped")))
    clock = law.clock(unit, service)
    if case.due is None or clock is None:
        return Due(translate(locale, N_("No due date yet")))
    today = clock.calendar.day_of(unit.now)
    left = clock.calendar.days_between(clock.calendar.later(today, 0, clock.term), case.due, clock.term)
    late = max(0, (today - case.due).days)
    return Due(_left(locale, left, late, clock.term.working), late > 0, day(case.due, locale))


def sentence(unit: Unit, case: Case, service: catalogue.Service, locale: str) -> str:
    """By when the town answers, as one sentence; "" where nothing is promised (yet)."""
    if case.agreed is not None:
        words = N_("The agreed day is %(day)s.")
        return translate(locale, words, day=format_day(case.agreed, locale, "full"))
    if case.due is None or case.closed_at is not None:
        return ""
    return translate(locale, N_("Answer by %(day)s."), day=format_day(case.due, locale, "full"))


def _now(
    unit: Unit,
    case: Case,
    service: catalogue.Service,
    pauses: list[Pause],
    reasons: dict[object, str],
    locale: str,
) -> list[ClockLine]:
    clock = law.clock(unit, service)
    if case.closed_at is not None or case.started_at is None:
        return []
    if clock is None:
        return [ClockLine("clock", sentence(unit, case, service, locale))] if case.agreed else []
    reading = clock.read(case.started_at, pauses, unit.now)
    if reading.stopped is None:
        return [ClockLine("clock", _running(reading, locale))]
    since = _short(unit, clock.calendar.day_of(reading.stopped.since), locale)
    why = _ASKED.get(reasons.get(reading.stopped.since, ""))
    if why is None:
        return [ClockLine("pause", translate(locale, N_("The clock has stood still since %(day)s."), day=since))]
    words = N_("The clock has stood still since %(day)s, because %(reason)s.")
    return [ClockLine("pause", translate(locale, words, day=since, reason=translate(locale, why)))]


def _running(reading: Reading, locale: str) -> str:
    words = N_("Answer by %(day)s: %(left)s.")
    left = _left(locale, reading.left, reading.late, reading.working)
    return translate(locale, words, day=format_day(reading.due, locale, "full"), left=_inside(left))


def _left(locale: str, left: int, late: int, working: bool) -> str:
    if late:
        return translate_many(locale, N_("%(number)s day late"), N_("%(number)s days late"), late)
    if not left:
        return translate(locale, N_("due today"))
    if working:
        one, many = N_("%(number)s working day left"), N_("%(number)s working days left")
        return translate_many(locale, one, many, left)
    return translate_many(locale, N_("%(number)s day left"), N_("%(number)s days left"), left)


def _inside(words: str) -> str:
    return words


def _pause(unit: Unit, pause: Pause, reason: str, locale: str) -> ClockLine:
    calendar = law.calendar(unit)
    since = _short(unit, calendar.day_of(pause.since), locale)
    assert pause.until is not None
    until = _short(unit, calendar.day_of(pause.until), locale)
    why = _ASKED.get(reason)
    if why is None:
        words = N_("The clock stood still from %(since)s to %(until)s.")
        return ClockLine("pause", translate(locale, words, since=since, until=until))
    words = N_("The clock stood still from %(since)s to %(until)s, because %(reason)s.")
    return ClockLine("pause", translate(locale, words, since=since, until=until, reason=translate(locale, why)))


def _short(unit: Unit, on: date, locale: str) -> str:
    return format_day(on, locale)

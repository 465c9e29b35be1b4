"""What happens to a case by itself, and when: its last day, its reminders, its silence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from app import catalogue, workflow
from app.cases import answers, contents, law, rounds
from app.cases.queries import Case
from app.kit import jobs
from app.kit.db import Unit

TIMER = "cases.timer"
SILENCE = "silence"


@dataclass(frozen=True)
class TimerDue:
    """A timer of a state; `entry` is the visit to the state it belongs to."""

    case_id: UUID
    entry: int
    transition: str
    kind: str


def stream(case_id: UUID) -> str:
    return f"{TIMER}|{case_id}"


def due(unit: Unit, case: Case, service: catalogue.Service) -> date | None:
    """The last day to decide; None without a clock, or while it is not known who sent it."""
    clock = law.clock(unit, service)
    if clock is None or case.started_at is None:
        return None
    last = clock.due(case.started_at, law.pauses(unit, case.id), unit.now, law.longer(unit, case.id))
    return law.days(unit, "office").moved(last)


def entered(unit: Unit, case: Case) -> datetime:
    """When the case came into its state."""
    return next((row.at for row in reversed(contents.steps(unit, case.id)) if row.kind == "moved"), unit.now)


def renew(unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any], since: datetime) -> None:
    """Plan what happens by itself in the state that the case is in since then, in place of what was planned."""
    jobs.cancel(unit, stream(case.id), TIMER)
    for name, kind, at in _timers(unit, case, service, filed, since) if case.closed_at is None else ():
        if kind != "remind" or at > unit.now:
            _plan(unit, case, name, kind, at)


def _timers(
    unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any], since: datetime
) -> list[tuple[str, str, datetime]]:
    """What happens by itself in the state of a case: the transition, its kind, and when."""
    terms, days = law.terms(unit, case, since), law.days(unit, "person")
    known = rounds.with_days(unit, service, filed, since)
    found = workflow.timers(service.workflow, case.state, since, known, terms, days)
    planned: list[tuple[str, str, datetime]] = [(timer.transition, timer.kind, timer.at) for timer in found]
    clock = service.clock
    if case.due and not case.stopped and clock is not None and clock != "none" and clock.silence:
        if _was_silent(unit, case, clock.silence.to):
            return planned
        planned.append((clock.silence.to, SILENCE, law.calendar(unit).end_of(case.due)))
    return planned


def _was_silent(unit: Unit, case: Case, to: str) -> bool:
    """Whether the time to decide was over once already: what its silence leads to happens once, also where the case
    goes on from there."""
    since = case.started_at or unit.now
    return any(
        row.kind == "moved" and row.state == to and not row.transition and row.at > since
        for row in contents.steps(unit, case.id)
    )


def too_early(unit: Unit, case: Case, args: TimerDue) -> bool:
    """Whether a timer whose time came has been moved by law meanwhile, as while the portal does not work."""
    service, filed = catalogue.version(unit, case.version), answers.current(unit, case.id)
    now = case._replace(due=due(unit, case, service))
    planned = _timers(unit, now, service, filed, entered(unit, case))
    return any((name, kind) == (args.transition, args.kind) and at > unit.now for name, kind, at in planned)


def _plan(unit: Unit, case: Case, transition: str, kind: str, at: datetime) -> None:
    args = TimerDue(case.id, case.entries, transition, kind)
    jobs.enqueue(unit, TIMER, args, run_at=max(at, unit.now), stream=stream(case.id))


def waits_until(unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any]) -> date | None:
    """The last day on which the person can still do what the case waits for."""
    came = [row.at for row in contents.steps(unit, case.id) if row.kind == "moved"]
    return last_day(unit, case, service, filed, came[-1]) if came and case.yours else None


def last_day(
    unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any], since: datetime
) -> date | None:
    """The last day of the state that the case is in since then, before it goes on by itself."""
    terms, days = law.terms(unit, case, since), law.days(unit, "person")
    found = workflow.timers(service.workflow, case.state, since, filed, terms, days)
    return next((timer.last_day for timer in found if timer.kind == "due"), None)

"""Moving a case: the workflow says the step, here it is stored, timed and carried out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update

from app import catalogue, workflow
from app.cases import answers, law, queries
from app.cases.actions import carry_out
from app.cases.events import CaseClosed, CaseMoved
from app.cases.models import CaseFile, CaseStep, Pause
from app.cases.queries import Case
from app.kit import db, events, jobs
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.ids import new_id

TO_PROVE = "to_prove"
UNPROVEN = "unproven"


@dataclass(frozen=True)
class TimerDue:
    """A timer of a state; `entry` is the visit to the state it belongs to."""

    case_id: UUID
    entry: int
    transition: str
    kind: str


def move(unit: Unit, case: Case, trigger: workflow.Trigger, by: Actor, chosen: Mapping[str, Any] | None = None) -> Case:
    """Take the step that `trigger` asks for; the case as it is then. `chosen` goes to the actions (fields to ask)."""
    service = catalogue.version(unit, case.version)
    filed = answers.current(unit, case.id)
    step = workflow.step(
        service.workflow,
        trigger,
        state=None if isinstance(trigger, workflow.Start) else case.state,
        passed=passed(unit, case),
        rule=answers.truth(unit, service, filed),
    )
    if not step.entered:
        carry_out(unit, case, service, filed, step.actions, by, chosen or {})
        return case
    for number, state in enumerate(step.entered):
        note_step(unit, case.id, "moved", by, state=state, transition=_taken(step, number))
    moved = _enter(unit, case, service, filed, step)
    carry_out(unit, moved, service, filed, step.actions, by, {**(chosen or {}), "taken": step.taken})
    events.record(unit, CaseMoved(case.id))
    if moved.closed_at:
        events.record(unit, CaseClosed(case.id))
    return moved


def _taken(step: workflow.Step, number: int) -> str:
    """The transition that led into the state of this place; a start has one state more than transitions."""
    offset = len(step.entered) - len(step.taken)
    return step.taken[number - offset] if number >= offset else ""


def passed(unit: Unit, case: Case) -> frozenset[str]:
    """The states the case has been in, without the one it is in now unless it came back to it."""
    been = [row.state for row in queries.steps(unit, case.id) if row.kind == "moved"]
    return frozenset(been[:-1])


def note_step(
    unit: Unit, case_id: UUID, kind: str, by: Actor, *, state: str = "", transition: str = "", function: str = ""
) -> None:
    """A line of the timeline."""
    db.add(
        unit, CaseStep, id=new_id(), case_id=case_id, at=unit.now, kind=kind, state=state, transition=transition,
        account_id=by.account_id, function=function or ("staff" if by.is_staff else ""), via=by.via,
    )  # fmt: skip


def _enter(unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any], step: workflow.Step) -> Case:
    state = service.workflow.states[step.state]
    final = state.final
    entry = case.entries + len(step.entered)
    stops = state.clock == "stops" and final is None
    _set_clock(unit, case.id, stops, step.state)
    started = case.started_at or unit.now
    queue = state.queue if final is None else None
    moved = replace(
        case,
        state=step.state,
        entries=entry,
        started_at=started,
        stopped=stops,
        yours=state.waits_for == "person" and final is None,
        queue=queue if queue or final else case.queue,
        touched_at=unit.now,
        closed_at=unit.now if final else None,
        outcome=final,
    )
    moved = replace(moved, due=due(unit, moved, service), agreed=_agreed(service, filed))
    save(unit, moved)
    jobs.cancel(unit, stream(case.id), TIMER)
    if final is None:
        _set_timers(unit, moved, service, filed)
    return moved


def save(unit: Unit, case: Case) -> None:
    """Write what moves in a case's row."""
    names = ("state", "entries", "started_at", "stopped", "yours", "queue", "touched_at", "closed_at", "outcome", "due",
             "agreed", "assignee", "account_id", "person_id")  # fmt: skip
    table = db.table(CaseFile)
    db.change(unit, update(table).where(table.c.id == case.id).values({name: getattr(case, name) for name in names}))


def due(unit: Unit, case: Case, service: catalogue.Service) -> date | None:
    """The last day to decide; None without a clock, or while it is not known who sent it."""
    clock = law.clock(unit, service)
    if clock is None or case.started_at is None:
        return None
    return clock.due(case.started_at, law.pauses(unit, case.id), unit.now)


def _agreed(service: catalogue.Service, filed: Mapping[str, Any]) -> date | None:
    """The day that was chosen, where a service has no clock."""
    if service.clock != "none":
        return None
    for name, field in service.form.fields.items():
        if field.type == "date" and isinstance(filed.get(name), str):
            return date.fromisoformat(filed[name])
    return None


def _set_clock(unit: Unit, case_id: UUID, stops: bool, reason: str) -> None:
    standing = [row for row in db.rows(unit, law.PAUSES, case=case_id) if row.until is None]
    if stops and not standing:
        db.add(unit, Pause, id=new_id(), case_id=case_id, reason=reason, since=unit.now, until=None)
    elif standing and not stops:
        table = db.table(Pause)
        ending = update(table).where(table.c.id.in_([row.id for row in standing])).values(until=unit.now)
        db.change(unit, ending)


TIMER = "cases.timer"
SILENCE = "silence"


def stream(case_id: UUID) -> str:
    return f"{TIMER}|{case_id}"


def _set_timers(unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any]) -> None:
    profile, calendar = law.profile(unit), law.calendar(unit)
    for timer in workflow.timers(service.workflow, case.state, unit.now, filed, profile.terms, calendar):
        _plan(unit, case, timer.transition, timer.kind, timer.at)
    clock = service.clock
    if case.due and not case.stopped and clock is not None and clock != "none" and clock.silence:
        _plan(unit, case, clock.silence.to, SILENCE, calendar.end_of(case.due))


def _plan(unit: Unit, case: Case, transition: str, kind: str, at: datetime) -> None:
    args = TimerDue(case.id, case.entries, transition, kind)
    jobs.enqueue(unit, TIMER, args, run_at=max(at, unit.now), stream=stream(case.id))


def timer(unit: Unit, args: TimerDue) -> None:
    """A timer's time has come; one that belongs to an earlier visit to a state does nothing."""
    case = queries.locked(unit, args.case_id)
    if case.entries != args.entry or case.closed_at is not None:
        return
    trigger: workflow.Trigger = (
        workflow.Remind(args.transition)
        if args.kind == "remind"
        else workflow.Silence(to=args.transition)
        if args.kind == SILENCE
        else workflow.Due(args.transition)
    )
    move(unit, case, trigger, Actor.system(f"timer {args.transition}"))


def waits_until(unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any]) -> date | None:
    """The last day on which the person can still do what the case waits for."""
    entered = [row.at for row in queries.steps(unit, case.id) if row.kind == "moved"]
    if not entered or not case.yours:
        return None
    profile, calendar = law.profile(unit), law.calendar(unit)
    found = workflow.timers(service.workflow, case.state, entered[-1], filed, profile.terms, calendar)
    return next((timer.last_day for timer in found if timer.kind == "due"), None)

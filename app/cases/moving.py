"""Where a case stands: entering a state, its clock, its timers, its line in the timeline."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update

from app import catalogue, workflow
from app.cases import answers, law, queries, rounds
from app.cases.applying import indexing as applicants
from app.cases.helping import reaching as helping
from app.cases.models import CaseFile, CaseStep, InformationRequest, Pause
from app.cases.queries import Case
from app.kit import db, jobs
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.ids import new_id

TO_PROVE = "to_prove"
UNPROVEN = "unproven"
PROOF_OVER = "cases.unproven"
"""The job that closes what nobody proved."""
WRITTEN = ("answered", "message_yours", "message_beside")
"""Steps by which the person answers or writes: it is the office's turn, until somebody there does something."""
JOINING = ("merged", "merged_in", "parted", "parted_from")
"""Steps of the office that answer nobody."""
NEVER = date(9999, 12, 31)


@dataclass(frozen=True)
class TimerDue:
    """A timer of a state; `entry` is the visit to the state it belongs to."""

    case_id: UUID
    entry: int
    transition: str
    kind: str


def passed(unit: Unit, case: Case) -> frozenset[str]:
    """The states the case has been in, without the one it is in now unless it came back to it."""
    been = [row.state for row in queries.steps(unit, case.id) if row.kind == "moved"]
    return frozenset(been[:-1])


def note_step(
    unit: Unit,
    case_id: UUID,
    kind: str,
    by: Actor,
    *,
    state: str = "",
    transition: str = "",
    function: str = "",
    step_id: UUID | None = None,
) -> None:
    """A line of the timeline; `step_id` where more is known of it elsewhere under the same id."""
    by = helping.acting(unit, by)
    does = function or ("staff" if by.is_staff and not by.acting_for else "")
    db.add(
        unit, CaseStep, id=step_id or new_id(), case_id=case_id, at=unit.now, kind=kind, state=state,
        transition=transition,
        account_id=by.account_id, acting_for=by.acting_for, via=by.via, function=does,
    )  # fmt: skip
    if kind in WRITTEN or (does == "staff" and by.via == "web" and kind not in JOINING):
        mark_answered(unit, case_id, kind in WRITTEN)


def mark_answered(unit: Unit, case_id: UUID, answered: bool) -> None:
    """Say whose turn it is: the office's once the person has answered or written."""
    table = db.table(CaseFile)
    mark = update(table).where(table.c.id == case_id, table.c.answered.is_not(answered))
    db.change(unit, mark.values(answered=answered))


def enter(
    unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any], name: str, entered: int
) -> Case:
    """Put a case into a state, the last of so many it entered: its clock, its queue, its timers. The queue of another
    department is a hand-over: the case is theirs from now on, and nobody's there yet."""
    state = service.workflow.states[name]
    final = state.final
    entry = case.entries + entered
    stops = state.clock == "stops" and final is None
    _set_clock(unit, case.id, stops, name)
    started = case.started_at or unit.now
    queue = state.queue if final is None else None
    moved = case._replace(
        department=queue or case.department,
        assignee=case.assignee if queue in (None, case.department) else None,
        state=name,
        entries=entry,
        started_at=started,
        stopped=stops,
        yours=state.waits_for == "person" and final is None,
        queue=queue if queue or final else case.queue,
        touched_at=unit.now,
        closed_at=unit.now if final else None,
        outcome=final,
    )
    if moved.department != case.department:
        applicants.index(unit, moved, service, filed)
    last, agreed = due(unit, moved, service), _agreed(service, filed)
    moved = moved._replace(due=last, agreed=agreed, expected=last or agreed or NEVER)
    save(unit, moved)
    if not moved.yours:
        _close_requests(unit, case.id)
    jobs.cancel(unit, stream(case.id), TIMER)
    if final is None:
        _set_timers(unit, moved, service, filed, unit.now)
    return moved


def _close_requests(unit: Unit, case_id: UUID) -> None:
    """What was asked is answered, or its time is over; what was kept and never sent is nobody's any more."""
    table = db.table(InformationRequest)
    open_ones = (table.c.case_id == case_id) & table.c.closed_at.is_(None)
    db.change(unit, update(table).where(open_ones).values(closed_at=unit.now, kept=b""))


def save(unit: Unit, case: Case) -> None:
    """Write what moves in a case's row."""
    names = ("state", "entries", "started_at", "stopped", "yours", "department", "queue", "touched_at", "closed_at",
             "outcome", "due", "agreed", "expected", "assignee", "account_id", "person_id")  # fmt: skip
    table = db.table(CaseFile)
    db.change(unit, update(table).where(table.c.id == case.id).values({name: getattr(case, name) for name in names}))


def due(unit: Unit, case: Case, service: catalogue.Service) -> date | None:
    """The last day to decide; None without a clock, or while it is not known who sent it."""
    clock = law.clock(unit, service)
    if clock is None or case.started_at is None:
        return None
    last = clock.due(case.started_at, law.pauses(unit, case.id), unit.now, law.longer(unit, case.id))
    return law.days(unit, "office").moved(last)


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


def touch(unit: Unit, case: Case) -> Case:
    """Write to the case's row: whoever holds an older picture of it has to look again, and nobody decides beside."""
    table = db.table(CaseFile)
    db.change(unit, update(table).where(table.c.id == case.id).values(touched_at=unit.now))
    return case._replace(touched_at=unit.now)


def retime(unit: Unit, case: Case) -> Case:
    """Its days were moved by law: the day to decide and the timers follow. What was reminded of stays reminded of."""
    service, filed = catalogue.version(unit, case.version), answers.current(unit, case.id)
    last = due(unit, case, service)
    moved = case._replace(due=last, expected=last or case.agreed or NEVER, touched_at=unit.now)
    save(unit, moved)
    jobs.cancel(unit, stream(case.id), TIMER)
    if moved.closed_at is None:
        _set_timers(unit, moved, service, filed, _entered(unit, case))
    return moved


def _entered(unit: Unit, case: Case) -> datetime:
    """When the case came into its state."""
    return next((row.at for row in reversed(queries.steps(unit, case.id)) if row.kind == "moved"), unit.now)


def _set_timers(
    unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any], entered: datetime
) -> None:
    for name, kind, at in _timers(unit, case, service, filed, entered):
        if kind != "remind" or at > unit.now:
            _plan(unit, case, name, kind, at)


def _timers(
    unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any], entered: datetime
) -> list[tuple[str, str, datetime]]:
    """What happens by itself in the state of a case: the transition, its kind, and when."""
    terms, days = law.terms(unit, case, entered), law.days(unit, "person")
    known = rounds.with_days(unit, service, filed, entered)
    found = workflow.timers(service.workflow, case.state, entered, known, terms, days)
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
        for row in queries.steps(unit, case.id)
    )


def too_early(unit: Unit, case: Case, args: TimerDue) -> bool:
    """Whether a timer whose time came has been moved by law meanwhile, as while the portal does not work."""
    service, filed = catalogue.version(unit, case.version), answers.current(unit, case.id)
    now = case._replace(due=due(unit, case, service))
    planned = _timers(unit, now, service, filed, _entered(unit, case))
    return any((name, kind) == (args.transition, args.kind) and at > unit.now for name, kind, at in planned)


def _plan(unit: Unit, case: Case, transition: str, kind: str, at: datetime) -> None:
    args = TimerDue(case.id, case.entries, transition, kind)
    jobs.enqueue(unit, TIMER, args, run_at=max(at, unit.now), stream=stream(case.id))


def waits_until(unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any]) -> date | None:
    """The last day on which the person can still do what the case waits for."""
    entered = [row.at for row in queries.steps(unit, case.id) if row.kind == "moved"]
    if not entered or not case.yours:
        return None
    terms, days = law.terms(unit, case, entered[-1]), law.days(unit, "person")
    found = workflow.timers(service.workflow, case.state, entered[-1], filed, terms, days)
    return next((timer.last_day for timer in found if timer.kind == "due"), None)

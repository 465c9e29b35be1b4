"""Where a case stands: entering a state, its clock, its line in the timeline."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import update

from app import catalogue
from app.cases import answers, contents, law, timers
from app.cases.applying import indexing as applicants
from app.cases.helping import reaching as helping
from app.cases.models import CaseFile, CaseStep, InformationRequest, Pause
from app.cases.queries import Case
from app.kit import db
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


def passed(unit: Unit, case: Case) -> frozenset[str]:
    """The states the case has been in, without the one it is in now unless it came back to it."""
    been = [row.state for row in contents.steps(unit, case.id) if row.kind == "moved"]
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
    last, agreed = timers.due(unit, moved, service), _agreed(service, filed)
    moved = moved._replace(due=last, agreed=agreed, expected=last or agreed or NEVER)
    save(unit, moved)
    if not moved.yours:
        _close_requests(unit, case.id)
    timers.renew(unit, moved, service, filed, unit.now)
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


def touch(unit: Unit, case: Case) -> Case:
    """Write to the case's row: whoever holds an older picture of it has to look again, and nobody decides beside."""
    table = db.table(CaseFile)
    db.change(unit, update(table).where(table.c.id == case.id).values(touched_at=unit.now))
    return case._replace(touched_at=unit.now)


def retime(unit: Unit, case: Case) -> Case:
    """Its days were moved by law: the day to decide and the timers follow. What was reminded of stays reminded of."""
    service, filed = catalogue.version(unit, case.version), answers.current(unit, case.id)
    last = timers.due(unit, case, service)
    moved = case._replace(due=last, expected=last or case.agreed or NEVER, touched_at=unit.now)
    save(unit, moved)
    timers.renew(unit, moved, service, filed, timers.entered(unit, case))
    return moved

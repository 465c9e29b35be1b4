"""Many cases at once, each by its own rule: what became of each is kept, and is taken back where nothing followed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple, TypeAlias
from uuid import UUID

from sqlalchemy import bindparam, delete, select, update

from app.cases import assigning, auditing, messaging, moving, queries
from app.cases.models import CaseFile, Note
from app.cases.queries import Brief, Case
from app.cases.queueing.models import CaseBatch, CaseBatchLine
from app.cases.queueing.reading import CELLS
from app.cases.queueing.stepping import DONE, FOLLOWED, JOB, PLANNED, plan, refusal, stream
from app.cases.rights import appealing
from app.kit import db, jobs
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound, Refused
from app.kit.i18n import N_
from app.kit.ids import new_id

MOST = 200
"""So many at once."""
UNDOABLE = timedelta(hours=1)
KINDS = ("take", "give", "leave", "note", "step")
STEP = "step"
Colleagues: TypeAlias = Mapping[UUID, frozenset[str]]
"""Who may be given cases, and of which departments."""

B, L, C = (db.table(model).c for model in (CaseBatch, CaseBatchLine, CaseFile))
ONE = select(*B).where(B.id == bindparam("batch"), B.account_id == bindparam("account"))
LINES = (
    select(*queries.BRIEF.selected_columns, L.id.label("line_id"), L.result, L.before, L.note_id, L.undone)
    .join_from(db.table(CaseBatchLine), db.table(CaseFile), L.case_id == C.id)
    .where(L.batch_id == bindparam("batch"))
    .order_by(L.id)
)


class TooLate(Refused):
    words = N_("This was done more than an hour ago, or was taken back already.")


class Taken(Refused):
    words = N_("The time to take it back is over: the step is taken. Or it was taken back already.")


@dataclass(frozen=True)
class Order:
    """What to do: a kind, to whom cases are given, and the words of a note with the name below it; a step is a
    transition of a service."""

    kind: str
    to: UUID | None = None
    words: str = ""
    who: str = ""
    colleagues: Colleagues = field(default_factory=dict)
    service: str = ""
    transition: str = ""


class Line(NamedTuple):
    case: Brief
    result: str
    undone: str


@dataclass(frozen=True)
class Batch:
    id: UUID
    kind: str
    to: UUID | None
    at: datetime
    service: str
    transition: str
    due_at: datetime | None
    undoable: bool
    undone: bool
    lines: tuple[Line, ...]


def carry_out(unit: Unit, actor: Actor, order: Order, references: Sequence[str]) -> UUID:
    """Do it to each of these cases that its own rule allows; the batch, which keeps what became of each. Cases of other
    departments are left out like those that are not there."""
    batch_id, due = new_id(), messaging.told_from(unit) if order.kind == STEP else None
    db.add(
        unit, CaseBatch, id=batch_id, account_id=actor.account_id, at=unit.now, kind=order.kind, to_account=order.to,
        service=order.service, transition=order.transition, due_at=due, undone_at=None,
    )  # fmt: skip
    for reference in list(dict.fromkeys(references))[:MOST]:
        try:
            found = queries.desk_case(unit, actor, reference)
        except NotFound:
            continue
        case = queries.locked(unit, found.id)
        result, line_id = _refusal(unit, actor, case, order) or (PLANNED if due else DONE), new_id()
        note_id = _do(unit, actor, case, order) if result in (DONE, PLANNED) else None
        if due is not None and result == PLANNED:
            plan(unit, actor, case, batch_id, line_id, order.transition, due)
        db.add(
            unit, CaseBatchLine, id=line_id, batch_id=batch_id, case_id=case.id, result=result, before=case.assignee,
            note_id=note_id, undone="",
        )  # fmt: skip
    return batch_id


def one(unit: Unit, actor: Actor, batch_id: UUID) -> Batch:
    """A batch of her own with its cases, or NotFound."""
    row = db.row(unit, ONE, batch=batch_id, account=actor.account_id)
    if row is None:
        raise NotFound
    lines = tuple(
        Line(Brief._make(line[:CELLS]), line.result, line.undone) for line in db.rows(unit, LINES, batch=batch_id)
    )
    undone = row.undone_at is not None
    in_time = unit.now < row.due_at if row.due_at else unit.now - row.at <= UNDOABLE
    undoable = not undone and in_time and any(line.result in (DONE, PLANNED) for line in lines)
    return Batch(
        row.id, row.kind, row.to_account, row.at, row.service, row.transition, row.due_at, undoable, undone, lines
    )


def undo(unit: Unit, actor: Actor, batch_id: UUID, colleagues: Colleagues) -> None:
    """Put back each case that is still as this batch left it."""
    batch = one(unit, actor, batch_id)
    if not batch.undoable:
        raise (Taken if batch.due_at else TooLate)(path=f"/desk/batches/{batch_id}", link=N_("Back to what was done"))
    jobs.cancel(unit, stream(batch_id), JOB)
    for row in db.rows(unit, LINES, batch=batch_id):
        if row.result not in (DONE, PLANNED):
            continue
        case = queries.locked(unit, row.id)
        undone = "" if row.result == PLANNED else _changed(unit, actor, case, batch.at, row.before, colleagues)
        undone = undone or DONE
        if undone == DONE:
            _put_back(unit, actor, case, row)
        line = update(db.table(CaseBatchLine)).where(L.id == row.line_id)
        db.change(unit, line.values(undone=undone))
    db.change(unit, update(db.table(CaseBatch)).where(B.id == batch_id).values(undone_at=unit.now))


def _refusal(unit: Unit, actor: Actor, case: Case, order: Order) -> str:
    """Why the rule of this case says no; "" when it does not."""
    if order.kind == STEP:
        return refusal(unit, actor, case, order.service, order.transition)
    if case.closed_at is not None:
        return "closed"
    if order.kind == "note":
        return ""
    if case.assignee == order.to:
        return "same"
    if order.to is not None and case.department not in order.colleagues.get(order.to, ()):
        return "elsewhere"
    if appealing.took_part(unit, case, order.to):
        return "first"
    return ""


def _do(unit: Unit, actor: Actor, case: Case, order: Order) -> UUID | None:
    if order.kind == "note":
        auditing.changed(unit, actor, case, "noted")
        return messaging.note(unit, case, actor, order.who, order.words)
    if order.kind == STEP:
        auditing.changed(unit, actor, case, "moved", told_later=True)
        return messaging.note(unit, case, actor, order.who, order.words) if order.words else None
    auditing.changed(unit, actor, case, "assigned")
    if order.words:
        return assigning.hand_over(unit, case, actor, order.to, order.who, order.words)[1]
    assigning.assign(unit, case, actor, order.to)
    return None


def _changed(unit: Unit, actor: Actor, case: Case, at: datetime, before: UUID | None, colleagues: Colleagues) -> str:
    """Why it cannot be put back: something followed, or who had it works elsewhere now."""
    had = {case.department} if before is None else colleagues.get(before, frozenset())
    if case.department not in actor.departments or case.department not in had:
        return "elsewhere"
    if case.closed_at is not None:
        return "closed"
    if db.value(unit, FOLLOWED, case=case.id, at=at):
        return "changed"
    return ""


def _put_back(unit: Unit, actor: Actor, case: Case, row: Any) -> None:
    if row.note_id is not None:
        notes = db.table(Note)
        db.change(unit, delete(notes).where(notes.c.id == row.note_id))
    if row.result == PLANNED:
        moving.note_step(unit, case.id, "unplanned", actor)
        auditing.changed(unit, actor, case, "recalled", told_later=True)
        return
    if case.assignee != row.before:
        assigning.assign(unit, case, actor, row.before)
    auditing.changed(unit, actor, case, "put_back")

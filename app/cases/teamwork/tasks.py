"""Tasks on a case. Its own SELECTs."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, or_, select, update

from app.cases import auditing, vault
from app.cases.merging.reading import MERGED
from app.cases.models import CaseFile
from app.cases.queries import BRIEF, Brief, Case
from app.cases.queueing.reading import CELLS
from app.cases.standing_in.following import stood_in_for
from app.cases.teamwork.models import CaseTask
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.ids import new_id

SHOWN = 20

T, C = db.table(CaseTask).c, db.table(CaseFile).c
OF_CASE = select(*T).where(T.case_id == bindparam("case")).order_by(T.done_at.is_not(None), T.until, T.id)
ONE = select(T.id, T.done_at).where(T.case_id == bindparam("case"), T.id == bindparam("task"))
MINE = (
    select(*BRIEF.selected_columns, T.id.label("task_id"), T.what, T.until, T.account_id.label("whose"))
    .join_from(db.table(CaseTask), db.table(CaseFile), T.case_id == C.id)
    .where(
        T.account_id.in_(bindparam("accounts", expanding=True)),
        T.done_at.is_(None),
        or_(C.closed_at.is_(None), C.outcome == MERGED),
        C.department.in_(bindparam("departments", expanding=True)),
    )
    .order_by(T.until.is_(None), T.until, T.id)
    .limit(SHOWN)
)


class Task(NamedTuple):
    id: UUID
    what: str
    account_id: UUID
    until: date | None
    done_at: datetime | None


class MyTask(NamedTuple):
    """`whose`: the account it was given to, or of a colleague who is away."""

    case: Brief
    what: str
    until: date | None
    whose: UUID


def of_case(unit: Unit, case: Case) -> list[Task]:
    """Those that are open first, by their last day."""
    return [
        Task(row.id, _what(unit, case.id, row.id, row.what), row.account_id, row.until, row.done_at)
        for row in db.rows(unit, OF_CASE, case=case.id)
    ]


def mine(unit: Unit, actor: Actor) -> list[MyTask]:
    """What she has to do, herself or for whom she stands in, the nearest first."""
    if actor.account_id is None:
        return []
    accounts = [actor.account_id, *stood_in_for(unit, actor.account_id)]
    rows = db.rows(unit, MINE, accounts=accounts, departments=sorted(actor.departments))
    return [
        MyTask(Brief._make(row[:CELLS]), _what(unit, row.id, row.task_id, row.what), row.until, row.whose)
        for row in rows
    ]


def add(unit: Unit, actor: Actor, case: Case, what: str, who: UUID, until: date | None) -> None:
    task_id = new_id()
    db.add(
        unit, CaseTask, id=task_id, case_id=case.id, account_id=who, until=until, made_by=actor.account_id,
        made_at=unit.now, done_by=None, done_at=None,
        what=vault.seal(unit, case.id, CaseTask, "what", task_id, what),
    )  # fmt: skip
    auditing.changed(unit, actor, case, "noted")


def finish(unit: Unit, actor: Actor, case: Case, task_id: UUID) -> None:
    """It is done, by whoever said so first; one of another case is not there."""
    found = db.row(unit, ONE, case=case.id, task=task_id)
    if found is None:
        raise NotFound
    if found.done_at is None:
        table = db.table(CaseTask)
        db.change(unit, update(table).where(table.c.id == task_id).values(done_by=actor.account_id, done_at=unit.now))


def _what(unit: Unit, case_id: UUID, task_id: UUID, sealed: bytes) -> str:
    return str(vault.unseal(unit, case_id, CaseTask, "what", task_id, sealed))

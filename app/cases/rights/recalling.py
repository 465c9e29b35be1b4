"""Recalling a decision or a message that nobody was told of yet: it stays on record, and it never goes out."""

from typing import Any
from uuid import UUID

from sqlalchemy import update

from app.cases import contents, moving, queries
from app.cases.events import DecisionRecalled, MessageRecalled
from app.cases.models import Decision, Message
from app.cases.queries import Case
from app.kit import db, events
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound, Refused
from app.kit.i18n import N_

RECALL = "recall"
"""How the timeline names the press, so that a second press of the button is known."""


class NotRecalled(Refused):
    words = N_("It cannot be recalled any more: the person has been told, or is being told now.")


class NotHers(Refused):
    words = N_("Only the colleague who wrote it, or a supervisor, can recall it.")


def recallable(unit: Unit, actor: Actor, case: Case) -> bool:
    """Whether this member of staff may recall the decision that waits to be told."""
    row = contents.pending_decision(unit, case.id)
    return row is not None and _in_time(unit, row) and _hers(actor, case, row)


def recallable_message(unit: Unit, actor: Actor, case: Case, row: Any) -> bool:
    return bool(row.ours and row.recalled_at is None and _in_time(unit, row) and _hers(actor, case, row))


def recall(unit: Unit, actor: Actor, case: Case) -> Case:
    """Take back the decision that waits to be told: the case is as it was before."""
    held = queries.locked(unit, case.id)
    row = contents.pending_decision(unit, held.id)
    _insist(unit, actor, held, row)
    assert row is not None
    table = db.table(Decision)
    db.change(unit, update(table).where(table.c.id == row.id).values(recalled_at=unit.now))
    moving.note_step(unit, held.id, "recalled", actor, transition=RECALL)
    events.record(unit, DecisionRecalled(held.id))
    return moving.touch(unit, held)


def recall_message(unit: Unit, actor: Actor, case: Case, message_id: UUID) -> Case:
    """Take back a message that the person cannot read yet."""
    held = queries.locked(unit, case.id)
    row = message(unit, held, message_id)
    _insist(unit, actor, held, None if row.recalled_at else row)
    table = db.table(Message)
    db.change(unit, update(table).where(table.c.id == row.id).values(recalled_at=unit.now))
    moving.note_step(unit, held.id, "message_recalled", actor, transition=RECALL)
    events.record(unit, MessageRecalled(held.id, row.id))
    return moving.touch(unit, held)


def message(unit: Unit, case: Case, message_id: UUID) -> Any:
    """One of the office's messages in this case, or NotFound."""
    for row in contents.messages(unit, case.id):
        if row.id == message_id and row.ours:
            return row
    raise NotFound


def _insist(unit: Unit, actor: Actor, case: Case, row: Any) -> None:
    path, link = f"/desk/cases/{case.reference}", N_("Back to the case")
    if row is None or not _in_time(unit, row):
        raise NotRecalled(path=path, link=link)
    if not _hers(actor, case, row):
        raise NotHers(path=path, link=link)


def _in_time(unit: Unit, row: Any) -> bool:
    return bool(unit.now < row.tell_at)


def _hers(actor: Actor, case: Case, row: Any) -> bool:
    return row.account_id == actor.account_id or "supervisor" in actor.functions(case.department)

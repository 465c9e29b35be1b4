"""Somebody called, came by or wrote: noted in a few words, for her to see, and on the timeline of her case."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from app.cases import moving
from app.cases.counter.models import Call
from app.cases.queries import Case
from app.kit import audit, db, keys
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.ids import new_id

CALLED = "called"

C = db.table(Call).c
ONE = select(*C).where(C.id == bindparam("id"))
OF_PERSON = select(*C).where(C.person_id == bindparam("person")).order_by(C.id.desc()).limit(bindparam("most"))


@dataclass(frozen=True)
class Heard:
    """What was said, by which way, and what came of it; by somebody of the record, of a case, or by a name only."""

    channel: str
    about: str
    outcome: str
    clerk: str
    department: str
    name: str = ""
    person_id: UUID | None = None
    case: Case | None = None


@dataclass(frozen=True)
class CallLine:
    """A call or a visit as its person reads it."""

    at: datetime
    channel: str
    department: str
    about: str
    outcome: str


def note(unit: Unit, actor: Actor, heard: Heard) -> UUID:
    """Note a call, a visit or a letter; its id. With a case it stands on the timeline of the case."""
    call_id, by = new_id(), replace(actor, via=heard.channel)
    case = heard.case
    person_id = case.person_id if case else heard.person_id
    keys.make(unit, call_id)

    def seal(column: str, words: str) -> bytes:
        return keys.seal(unit, call_id, keys.place(Call, column, call_id), words)

    db.add(
        unit, Call, id=call_id, at=unit.now, person_id=person_id, case_id=case.id if case else None,
        channel=heard.channel, department=heard.department, account_id=actor.account_id,
        clerk=seal("clerk", heard.clerk), name=seal("name", heard.name), about=seal("about", heard.about),
        outcome=seal("outcome", heard.outcome),
    )  # fmt: skip
    if case is not None:
        moving.note_step(unit, case.id, CALLED, by, step_id=call_id)
    whose = person_id or (case.account_id if case else None)
    audit.record(
        unit, by, CALLED, case_id=case.id if case else None, persons=(whose,) if whose else (), subject=call_id,
        purpose=f"{case.service} {case.reference}" if case else "", department=heard.department,
    )  # fmt: skip
    return call_id


def lines(unit: Unit, call_id: UUID) -> tuple[str, ...]:
    """What a call of a case was about, and what came of it."""
    row = db.row(unit, ONE, id=call_id)
    if row is None:
        return ()
    return tuple(words for words in (_open(unit, row, "about"), _open(unit, row, "outcome")) if words)


def of_person(unit: Unit, person_id: UUID, most: int = 50) -> list[CallLine]:
    """The calls and visits of a person of the record, the newest first."""
    return [
        CallLine(row.at, row.channel, row.department, _open(unit, row, "about"), _open(unit, row, "outcome"))
        for row in db.rows(unit, OF_PERSON, person=person_id, most=most)
    ]


def _open(unit: Unit, row: Any, column: str) -> str:
    return keys.open(unit, row.id, keys.place(Call, column, row.id), getattr(row, column))

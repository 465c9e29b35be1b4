"""Needs when two records are one: what either told holds, once."""

from uuid import UUID

from sqlalchemy import bindparam, delete, select, update

from app.kit import db, keys
from app.kit.db import Unit
from app.people.models import AccessNeed

A = db.table(AccessNeed).c
OF_PERSON = select(A.id, A.need, A.words, A.ended_at).where(A.person_id == bindparam("person")).order_by(A.since, A.id)


def merge(unit: Unit, old: UUID, kept: UUID) -> None:
    """They go over, sealed anew; of two that say the same the one that was told later ends."""
    table = db.table(AccessNeed)
    open_ones = {row.need for row in db.rows(unit, OF_PERSON, person=kept) if row.ended_at is None}
    for row in db.rows(unit, OF_PERSON, person=old):
        place = keys.place(AccessNeed, "words", row.id)
        words = keys.seal(unit, kept, place, keys.open(unit, old, place, row.words)) if row.words else None
        ended = unit.now if row.ended_at is None and row.need in open_ones else row.ended_at
        change = update(table).where(A.id == row.id).values(person_id=kept, words=words, ended_at=ended)
        db.change(unit, change)


def erase(unit: Unit, person_id: UUID) -> None:
    db.change(unit, delete(db.table(AccessNeed)).where(A.person_id == person_id))

"""A person has another name in the record: her open cases are called so, and say it once to whoever works on them. What
was filed, decided and issued keeps the name of its day."""

from uuid import UUID

from sqlalchemy import bindparam, select, update

from app import people
from app.cases import moving, vault
from app.cases.models import CaseFile
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.people import renaming

STEP = "renamed"
C = db.table(CaseFile).c
OPEN = select(C.id, C.name).where(C.person_id == bindparam("person"), C.closed_at.is_(None)).order_by(C.id)


def note(unit: Unit, person_id: UUID, change_id: UUID) -> None:
    """A case that she sent about somebody else keeps that name."""
    was, now = renaming.before(unit, change_id), people.name(unit, person_id)
    for row in db.rows(unit, OPEN, person=person_id):
        called = str(vault.unseal(unit, row.id, CaseFile, "name", row.id, row.name))
        if now and _same(called, was):
            sealed = vault.seal(unit, row.id, CaseFile, "name", row.id, now)
            db.change(unit, update(db.table(CaseFile)).where(C.id == row.id).values(name=sealed))
        moving.note_step(unit, row.id, STEP, Actor.system("person renamed"))


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()

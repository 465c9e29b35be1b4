"""Calls and visits when two records are one, when a person is erased, and when she asks for them."""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, select, update

from app.cases.counter.calling import of_person
from app.cases.counter.models import Call
from app.kit import db, keys
from app.kit.db import Unit
from app.kit.keeping import Keeper

C = db.table(Call).c
HERS = select(C.id).where(C.person_id == bindparam("person"))


def merge(unit: Unit, old: UUID, kept: UUID) -> None:
    db.change(unit, update(db.table(Call)).where(C.person_id == old).values(person_id=kept))


def erase(unit: Unit, person_id: UUID) -> None:
    """What she said goes with its keys."""
    for row in db.rows(unit, HERS, person=person_id):
        keys.destroy(unit, row.id)
    db.change(unit, delete(db.table(Call)).where(C.person_id == person_id))


def export(unit: Unit, person_id: UUID) -> Any:
    return [
        {"at": line.at.isoformat(), "channel": line.channel, "about": line.about, "outcome": line.outcome}
        for line in of_person(unit, person_id, most=10_000)
    ]


KEEPER = Keeper("calls", frozenset({"call"}), merge, erase, export)

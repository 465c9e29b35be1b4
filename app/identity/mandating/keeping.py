"""Mandates when two records are one, when their giver is erased, and when she asks for them."""

from typing import Any
from uuid import UUID

from sqlalchemy import delete, update

from app.identity.mandating import reading
from app.identity.mandating.models import Mandate
from app.kit import db, keys
from app.kit.db import Unit

M = db.table(Mandate).c


def merge(unit: Unit, old: UUID, kept: UUID) -> None:
    """The address is sealed anew. What stood still stands."""
    for held in reading.given(unit, old):
        place = keys.place(Mandate, "email", held.id)
        sealed = keys.seal(unit, kept, place, keys.open(unit, old, place, held.sealed))
        db.change(unit, update(db.table(Mandate)).where(M.id == held.id).values(person_id=kept, email=sealed))


def erase(unit: Unit, person_id: UUID) -> None:
    """Nobody can act for whom the town no longer knows."""
    db.change(unit, delete(db.table(Mandate)).where(M.person_id == person_id))


def export(unit: Unit, person_id: UUID) -> Any:
    return [
        {
            "to": reading.email(unit, held),
            "services": list(held.services),
            "acts": held.acts,
            "notices": held.notices,
            "kind": held.kind,
            "until": held.until.isoformat() if held.until else None,
            "state": held.state,
        }
        for held in reading.given(unit, person_id)
    ]

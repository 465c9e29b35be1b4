"""Changes of address when two records are one, and when a person is forgotten."""

from uuid import UUID

from sqlalchemy import delete, update

from app.kit import db
from app.kit.db import Unit
from app.people.homes.models import AddressChange

H = db.table(AddressChange).c


def merge(unit: Unit, old: UUID, kept: UUID) -> None:
    db.change(unit, update(db.table(AddressChange)).where(H.person_id == old).values(person_id=kept))


def forget(unit: Unit, person_id: UUID) -> None:
    db.change(unit, delete(db.table(AddressChange)).where(H.person_id == person_id))

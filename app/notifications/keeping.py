"""Notices when two records are one, when a person is erased, and when she asks for them."""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app.kit import db
from app.kit.db import Unit
from app.kit.keeping import Keeper
from app.notifications.models import NoticeRow
from app.notifications.queries import clear

N = db.table(NoticeRow).c
MINE = select(N.kind, N.locale, N.created_at).where(N.person_id == bindparam("person")).order_by(N.id)


def merge(unit: Unit, old: UUID, kept: UUID) -> None:
    db.change(unit, update(db.table(NoticeRow)).where(N.person_id == old).values(person_id=kept))


def erase(unit: Unit, person_id: UUID) -> None:
    """What was sealed for the person goes; what belongs to a case stays with the case, without her."""
    clear(unit, person_id)
    db.change(unit, update(db.table(NoticeRow)).where(N.person_id == person_id).values(person_id=None))


def export(unit: Unit, person_id: UUID) -> Any:
    rows = db.rows(unit, MINE, person=person_id)
    return [{"kind": row.kind, "locale": row.locale, "at": row.created_at.isoformat()} for row in rows]


KEEPER = Keeper("notifications", frozenset({"notice"}), merge, erase, export)

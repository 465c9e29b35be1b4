"""Cases when two records are one, when a person is erased, and when she asks for them.

A case lives under its own key until its retention date; erasing the person only takes her out of it.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app.cases import answers
from app.cases.confirming.models import CaseConfirmation
from app.cases.models import CaseFile, Draft
from app.cases.rights import serving
from app.kit import db
from app.kit.db import Unit
from app.kit.keeping import Keeper

C = db.table(CaseFile).c
MINE = (
    select(C.id, C.reference, C.service, C.state, C.received_at, C.closed_at, C.outcome)
    .where(C.person_id == bindparam("person"))
    .order_by(C.id)
)


def merge(unit: Unit, old: UUID, kept: UUID) -> None:
    _hand_over(unit, old, kept)


def erase(unit: Unit, person_id: UUID) -> None:
    _hand_over(unit, person_id, None)


def _hand_over(unit: Unit, old: UUID, new: UUID | None) -> None:
    for model in (CaseFile, Draft, CaseConfirmation):
        table = db.table(model)
        db.change(unit, update(table).where(table.c.person_id == old).values(person_id=new))


def export(unit: Unit, person_id: UUID) -> Any:
    """What a notification says that waits to be opened is left out: she opens it first."""
    rows = list(db.rows(unit, MINE, person=person_id))
    waits = serving.waiting_among(unit, [row.id for row in rows])
    return [
        {
            "reference": row.reference,
            "service": row.service,
            "state": row.state if row.id not in waits else "notification_waits",
            "received": row.received_at.isoformat(),
            "closed": row.closed_at.isoformat() if row.closed_at else None,
            "outcome": row.outcome if row.id not in waits else None,
            "answers": answers.current(unit, row.id),
        }
        for row in rows
    ]


KEEPER = Keeper("cases", frozenset({"case_confirmation", "case_file", "draft"}), merge, erase, export)

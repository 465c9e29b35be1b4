"""An account has another e-mail address: its open cases say so, once, to whoever works on them."""

from uuid import UUID

from sqlalchemy import bindparam, select

from app.cases import moving
from app.cases.models import CaseFile
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit

STEP = "readdressed"
C = db.table(CaseFile).c
OPEN = select(C.id).where(C.account_id == bindparam("account"), C.closed_at.is_(None)).order_by(C.id)


def note(unit: Unit, account_id: UUID) -> None:
    for row in db.rows(unit, OPEN, account=account_id):
        moving.note_step(unit, row.id, STEP, Actor.system("email changed"))

"""When a member of staff was here last, so that the start page can say what changed meanwhile. Its own SELECT."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app.desk.models import DeskVisit
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.towns import Town

AWAY = timedelta(minutes=45)
"""Whoever was not seen for so long had left."""
OFTEN = timedelta(minutes=5)

V = db.table(DeskVisit).c
VISIT = select(V.seen_at, V.left_at).where(V.account_id == bindparam("account"))


def left(unit: Unit, actor: Actor) -> datetime | None:
    """When she left the desk before she came now; None at her first visit. That she is here is kept after the page."""
    account = actor.account_id
    if account is None:
        return None
    row = db.row(unit, VISIT, account=account)
    if row is None or unit.now - row.seen_at > OFTEN:
        unit.afterwards.append(lambda: _keep(unit.town, account, unit.now))
    return _left(row, unit.now) if row else None


def _left(row: db.AnyRow, now: datetime) -> datetime | None:
    gone: datetime | None = row.seen_at if now - row.seen_at > AWAY else row.left_at
    return gone


def _keep(town: Town, account: UUID, now: datetime) -> None:
    """Of two pages that were opened at once one keeps it; that is enough."""
    table = db.table(DeskVisit)
    try:
        with db.apart(town) as unit:
            row = db.row(unit, VISIT, account=account)
            if row is None:
                db.add(unit, DeskVisit, account_id=account, seen_at=now, left_at=None)
                return
            again = update(table).where(V.account_id == account)
            db.change(unit, again.values(seen_at=now, left_at=_left(row, now)))
    except db.Conflict:
        pass

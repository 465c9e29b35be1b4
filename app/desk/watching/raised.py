"""What was raised, for administrators: read, and put away with a note."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import bindparam, func, select, update

from app import identity
from app.desk.watching.models import Watch
from app.kit import audit, db, keys
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound

MOST = 100
W = db.table(Watch).c
ALL = select(*W).order_by(W.seen_at.is_not(None), W.id.desc()).limit(MOST)
ONE = select(*W).where(W.id == bindparam("watch"))
NEW = select(func.count()).select_from(db.table(Watch)).where(W.seen_at.is_(None))


@dataclass(frozen=True)
class Raised:
    """`who` was raised; `seen_by` and `note` are "" until an administrator has looked into it."""

    id: UUID
    who: str
    kind: str
    count: int
    day: date
    seen_at: datetime | None
    seen_by: str
    note: str


def all_raised(unit: Unit) -> list[Raised]:
    """What nobody has looked into first, the newest first."""
    rows = db.rows(unit, ALL)
    names = identity.account_names(unit, [id for row in rows for id in (row.account_id, row.seen_by) if id])
    return [
        Raised(
            row.id, names.get(row.account_id, ""), row.kind, row.count, row.day, row.seen_at,
            names.get(row.seen_by, ""),
            keys.open(unit, keys.TOWN, keys.place(Watch, "note", row.id), row.note) if row.note else "",
        )
        for row in rows
    ]  # fmt: skip


def new(unit: Unit) -> int:
    return int(db.value(unit, NEW))


def see(unit: Unit, by: Actor, watch: UUID, note: str) -> None:
    """Somebody has looked into it; who did so first stays."""
    row = db.row(unit, ONE, watch=watch)
    if row is None:
        raise NotFound
    if row.seen_at is not None:
        return
    sealed = keys.seal(unit, keys.TOWN, keys.place(Watch, "note", watch), note) if note else None
    mine = update(db.table(Watch)).where(W.id == watch)
    db.change(unit, mine.values(seen_at=unit.now, seen_by=by.account_id, note=sealed))
    audit.record(unit, by, "looks_seen", subject=row.account_id)

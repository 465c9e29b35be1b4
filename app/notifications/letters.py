"""Letters: print-ready, sealed until somebody prints and posts them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app.kit import db, keys
from app.kit.db import Unit
from app.notifications.models import SENT, Delivery, Letter, NoticeRow

D, N, L = (db.table(model).c for model in (Delivery, NoticeRow, Letter))
_OF = (
    select(L.id, L.html, N.owner, N.kind, N.locale, N.case_id, D.at)
    .join(db.table(Delivery), D.id == L.id)
    .join(db.table(NoticeRow), N.id == D.notice_id)
)
WAITING = _OF.where(L.printed_at.is_(None), L.id > bindparam("after")).order_by(L.id).limit(bindparam("most"))
ONE = _OF.where(L.id == bindparam("id"))
FIRST = UUID(int=0)


@dataclass(frozen=True)
class LetterLine:
    """A letter that waits to be printed."""

    id: UUID
    kind: str
    locale: str
    case_id: UUID | None
    at: datetime


def keep(unit: Unit, delivery_id: UUID, html: str) -> None:
    owner = db.value(
        unit,
        select(N.owner).join(db.table(Delivery), D.notice_id == N.id).where(D.id == bindparam("id")),
        id=delivery_id,
    )
    sealed = keys.seal(unit, owner, keys.place(Letter, "html", delivery_id), html)
    db.add(unit, Letter, id=delivery_id, html=sealed, printed_at=None)


def letters_waiting(unit: Unit, *, after: UUID = FIRST, most: int = 50) -> list[LetterLine]:
    """Letters to print, the oldest first. The caller decides who may see them (by case)."""
    found = db.rows(unit, WAITING, after=after, most=most)
    return [LetterLine(row.id, row.kind, row.locale, row.case_id, row.at) for row in found]


def letter(unit: Unit, letter_id: UUID) -> str | None:
    """The print-ready page; None when there is none (any more)."""
    row = db.row(unit, ONE, id=letter_id)
    if row is None:
        return None
    try:
        return keys.open(unit, row.owner, keys.place(Letter, "html", row.id), row.html)
    except keys.Erased:
        return None


def printed(unit: Unit, letter_id: UUID) -> bool:
    """Note that a letter is on its way by post; False when it was noted before."""
    mine = update(db.table(Letter)).where(L.id == letter_id, L.printed_at.is_(None))
    if not db.change(unit, mine.values(printed_at=unit.now)):
        return False
    db.change(unit, update(db.table(Delivery)).where(D.id == letter_id).values(state=SENT, at=unit.now))
    return True

"""What a person was told, and what became of it. Each query takes whose it is: an outsider finds nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, delete, func, select, update

from app.kit import db, keys
from app.kit.db import Unit
from app.notifications import sealing
from app.notifications.models import QUEUED, Delivery, Letter, NoticeRow
from app.notifications.notice import Link

D, N = db.table(Delivery).c, db.table(NoticeRow).c
LAST = UUID(int=2**128 - 1)
_COLUMNS = (N.id, N.owner, N.content, N.kind, N.locale, N.case_id, N.created_at, N.read_at)
SEALED = keys.beside(select(*_COLUMNS), N.owner)
MINE = SEALED.where(N.account_id == bindparam("account"))
PAGE = MINE.where(N.id < bindparam("before")).order_by(N.id.desc()).limit(bindparam("most"))
ONE = MINE.where(N.id == bindparam("id"))
OF_CASE = SEALED.where(N.case_id == bindparam("case")).order_by(N.id)
UNREAD = select(func.count()).where(N.account_id == bindparam("account"), N.read_at.is_(None))
DELIVERIES = (
    select(D.id, N.kind, D.channel, D.state, D.at)
    .join(db.table(NoticeRow), N.id == D.notice_id)
    .where(N.case_id == bindparam("case"))
    .order_by(D.id)
)
LEAVING = (
    select(D.id)
    .join(db.table(NoticeRow), N.id == D.notice_id)
    .where(N.owner == bindparam("owner"), D.state == QUEUED)
    .limit(1)
)


@dataclass(frozen=True)
class Told:
    """A notice as its person reads it. `path` is below the locale, "" without a link (a one-time link is a blank)."""

    id: UUID
    kind: str
    locale: str
    case_id: UUID | None
    subject: str
    body: tuple[str, ...]
    reference: str
    path: str
    label: str
    at: datetime
    read: bool


@dataclass(frozen=True)
class DeliveryLine:
    """`state`: queued, sent, failed, bounced."""

    id: UUID
    kind: str
    channel: str
    state: str
    at: datetime


def notices(unit: Unit, account_id: UUID, *, before: UUID = LAST, most: int = 20) -> list[Told]:
    """The notices of an account, the newest first."""
    return _told(unit, db.rows(unit, PAGE, account=account_id, before=before, most=most))


def notice(unit: Unit, account_id: UUID, notice_id: UUID) -> Told | None:
    return next(iter(_told(unit, db.rows(unit, ONE, account=account_id, id=notice_id))), None)


def told(unit: Unit, case_id: UUID) -> list[Told]:
    """Everything somebody was told about a case, in order. The caller has checked who may see the case."""
    return _told(unit, db.rows(unit, OF_CASE, case=case_id))


def deliveries(unit: Unit, case_id: UUID) -> list[DeliveryLine]:
    """By which channel each notice of a case went, and what became of it."""
    return [DeliveryLine(*row) for row in db.rows(unit, DELIVERIES, case=case_id)]


def is_leaving(unit: Unit, owner: UUID) -> bool:
    """Whether a message that is sealed for an owner still waits to be sent."""
    return db.row(unit, LEAVING, owner=owner) is not None


def unread(unit: Unit, account_id: UUID) -> int:
    return int(db.value(unit, UNREAD, account=account_id))


def mark_read(unit: Unit, account_id: UUID, *, case_id: UUID | None = None, notice_id: UUID | None = None) -> int:
    """Note that the account has read its notices: one, those of a case, or all."""
    mine = update(db.table(NoticeRow)).where(N.account_id == account_id, N.read_at.is_(None))
    if case_id is not None:
        mine = mine.where(N.case_id == case_id)
    if notice_id is not None:
        mine = mine.where(N.id == notice_id)
    return db.change(unit, mine.values(read_at=unit.now))


def clear(unit: Unit, owner: UUID) -> int:
    """Remove the notices sealed for an owner: a case at its retention date, a person who is erased."""
    notices = select(N.id).where(N.owner == owner)
    sent = select(D.id).where(D.notice_id.in_(notices))
    letters = db.table(Letter)
    db.change(unit, delete(letters).where(letters.c.id.in_(sent)))
    db.change(unit, delete(db.table(Delivery)).where(D.notice_id.in_(notices)))
    return db.change(unit, delete(db.table(NoticeRow)).where(N.owner == owner))


def _told(unit: Unit, rows: Sequence[db.AnyRow]) -> list[Told]:
    found = []
    for row in rows:
        keys.learn(unit, row.owner, row)
        try:
            given = sealing.open_row(unit, row)
        except keys.Erased:
            continue
        link = given.link if isinstance(given.link, Link) else Link("", "")
        found.append(
            Told(
                row.id, row.kind, row.locale, row.case_id, given.subject, given.body, given.reference,
                link.path, link.label, row.created_at, row.read_at is not None,
            )
        )  # fmt: skip
    return found

"""A delivery that failed for good: it is marked, the news goes up, and the next channel is tried."""

from uuid import UUID

from sqlalchemy import bindparam, select, update

from app.kit import db, events, keys
from app.kit.db import Unit
from app.notifications import channels, sealing
from app.notifications.events import DeliveryBounced
from app.notifications.models import BOUNCED, FAILED, Delivery, NoticeRow
from app.notifications.notice import EMAIL, LETTER, PORTAL, SMS
from app.notifications.notifying import deliver_by

D, N = db.table(Delivery).c, db.table(NoticeRow).c
WHOSE = (
    select(N.id, N.owner, N.content, N.case_id, N.person_id, N.account_id, D.channel, D.state)
    .join(db.table(NoticeRow), N.id == D.notice_id)
    .where(D.id == bindparam("delivery"))
)
ALL = select(D.channel, D.state).where(D.notice_id == bindparam("notice"))


def fail(unit: Unit, delivery_id: UUID, state: str, reason: str) -> bool:
    """Mark a delivery failed or bounced, once. False when it is unknown or marked already."""
    row = db.row(unit, WHOSE, delivery=delivery_id)
    if row is None or row.state in (BOUNCED, FAILED) or row.channel == PORTAL:
        return False
    mine = update(db.table(Delivery)).where(D.id == delivery_id)
    db.change(unit, mine.values(state=state, reason=reason, at=unit.now))
    events.record(unit, DeliveryBounced(delivery_id, row.id, row.channel, row.case_id, row.person_id, row.account_id))
    _fall_back(unit, row)
    return True


def _fall_back(unit: Unit, row: db.AnyRow) -> None:
    """Try the next channel, unless another of the same notice is on its way or has arrived."""
    tried = db.rows(unit, ALL, notice=row.id)
    if any(other.channel != PORTAL and other.state not in (BOUNCED, FAILED) for other in tried):
        return
    try:
        recipient = sealing.open_row(unit, row).recipient
    except keys.Erased:
        return
    following = channels.after(unit.town, recipient, {other.channel for other in tried})
    if following:
        deliver_by(unit, row.id, following)


def sent_to(unit: Unit, delivery_id: UUID) -> tuple[str, str] | None:
    """Kind of contact point (email, phone) and its value that a delivery went to; None for paper, or when erased."""
    row = db.row(unit, WHOSE, delivery=delivery_id)
    if row is None or row.channel in (LETTER, PORTAL):
        return None
    try:
        recipient = sealing.open_row(unit, row).recipient
    except keys.Erased:
        return None
    return {EMAIL: ("email", recipient.email), SMS: ("phone", recipient.phone)}[row.channel]

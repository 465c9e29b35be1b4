"""Telling somebody: the notice in the portal, and one delivery with its job for each channel."""

from dataclasses import dataclass, replace
from uuid import UUID

from app.kit import db, jobs
from app.kit.db import Unit
from app.kit.ids import new_id
from app.notifications import channels, minting, preferring, sealing
from app.notifications.models import QUEUED, SENT, Delivery, NoticeRow
from app.notifications.notice import PORTAL, Notice, Recipient
from app.people import caring

JOB = "notifications.deliver"


@dataclass(frozen=True)
class Deliver:
    """Arguments of the job that sends one delivery."""

    delivery_id: UUID


def notify(unit: Unit, notice: Notice) -> UUID:
    """Tell somebody, in the caller's transaction; messages leave after the commit. The id of the notice."""
    notice = replace(notice, recipient=_careful(unit, notice.recipient))
    recipient = notice.recipient
    if not recipient.channels and recipient.account_id:
        liked = preferring.preferred(unit, recipient.account_id)
        notice = replace(notice, recipient=replace(recipient, channels=liked))
    notice_id = new_id()
    db.add(
        unit, NoticeRow, id=notice_id, owner=sealing.owner_of(notice), account_id=recipient.account_id,
        person_id=recipient.person_id, case_id=notice.case_id, kind=notice.kind, locale=recipient.locale,
        content=sealing.seal(unit, notice_id, notice), created_at=unit.now, read_at=None,
    )  # fmt: skip
    for channel in channels.chosen(unit.town, notice.recipient):
        deliver_by(unit, notice_id, channel)
    return notice_id


def _careful(unit: Unit, to: Recipient) -> Recipient:
    """Letters to whoever has a protected address go by way of the town hall: her street stands on no envelope, and in
    no list of what was posted. Whoever may see it sends them on."""
    if not to.address or not caring.hides_address(unit, to.person_id, None):
        return to
    town = minting.sender(unit, to.locale)
    return replace(to, address=(to.address[0], f"c/o {town.name}", *town.address))


def deliver_by(unit: Unit, notice_id: UUID, channel: str) -> None:
    """One more delivery of a notice; in the portal it is there already."""
    delivery_id = new_id()
    state = SENT if channel == PORTAL else QUEUED
    db.add(unit, Delivery, id=delivery_id, notice_id=notice_id, channel=channel, state=state, reason="", at=unit.now)
    if state == QUEUED:
        jobs.enqueue(unit, JOB, Deliver(delivery_id), lane="mail")

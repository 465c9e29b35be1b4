"""The job that sends one delivery: look (mint, render), call (mail server, gateway), store (state, what comes next)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app.connectors import Failed, send_sms
from app.kit import db, jobs, keys
from app.kit.db import Unit
from app.kit.towns import Town
from app.notifications import letters, mailbox, minting, rendering, sealing, smtp
from app.notifications.failing import fail
from app.notifications.models import BOUNCED, FAILED, QUEUED, SENT, Delivery, NoticeRow
from app.notifications.notice import EMAIL, LETTER, SMS, Notice
from app.notifications.notifying import JOB, Deliver
from app.notifications.rendering import Message

D, N = db.table(Delivery).c, db.table(NoticeRow).c
DUE = (
    select(N.id, N.owner, N.content, D.channel)
    .join(db.table(NoticeRow), N.id == D.notice_id)
    .where(D.id == bindparam("delivery"), D.state == QUEUED)
)


class NotNow(Exception):
    """The gateway has not taken it; the job is tried again."""


@dataclass(frozen=True)
class Outgoing:
    town: Town
    delivery_id: UUID
    message: Message
    at: datetime


@dataclass(frozen=True)
class Outcome:
    """`state`: sent, failed, bounced; queued for a letter that waits to be printed."""

    state: str
    reason: str
    message: Message


def look(unit: Unit, args: Deliver) -> Outgoing | None:
    """The message as it leaves now; None when it has left, or when whom it was for has been erased."""
    row = db.row(unit, DUE, delivery=args.delivery_id)
    if row is None:
        return None
    try:
        notice = sealing.open_row(unit, row)
    except keys.Erased:
        return None
    return Outgoing(unit.town, args.delivery_id, _message(unit, row.channel, notice), unit.now)


def _message(unit: Unit, channel: str, notice: Notice) -> Message:
    action = minting.action(unit, notice)
    sender = minting.sender(unit, notice.recipient.locale)
    if channel == EMAIL:
        return rendering.email(notice, action, sender, minting.aside(unit, notice))
    if channel == SMS:
        return rendering.sms(notice, action, sender)
    return rendering.letter(notice, action, sender, unit.now, unit.town.zone, unit.town.base_url)


def call(out: Outgoing) -> Outcome:
    if out.message.channel == EMAIL:
        return _mail(out)
    if out.message.channel == SMS:
        return _text(out)
    return Outcome(QUEUED, "", out.message)


def _mail(out: Outgoing) -> Outcome:
    if not out.town.smtp_url and out.town.demo:
        return Outcome(SENT, "", out.message)
    try:
        smtp.send(out.town.smtp_url, rendering.mime(out.message, out.delivery_id, out.town.mail_from, out.at))
    except smtp.Refused as problem:
        return Outcome(BOUNCED, str(problem), out.message)
    return Outcome(SENT, "", out.message)


def _text(out: Outgoing) -> Outcome:
    if not out.town.sms_url and out.town.demo:
        return Outcome(SENT, "", out.message)
    match send_sms(out.town, out.message.to, out.message.text, str(out.delivery_id)):
        case Failed(reason, lasting=True):
            return Outcome(FAILED, reason, out.message)
        case Failed(reason):
            raise NotNow(reason)
    return Outcome(SENT, "", out.message)


def store(unit: Unit, args: Deliver, outcome: Outcome) -> None:
    if outcome.state in (BOUNCED, FAILED):
        fail(unit, args.delivery_id, outcome.state, outcome.reason)
        return
    if outcome.message.channel == LETTER:
        letters.keep(unit, args.delivery_id, outcome.message.html)
    if unit.town.demo:
        mailbox.keep(unit, outcome.message)
    mine = update(db.table(Delivery)).where(D.id == args.delivery_id)
    db.change(unit, mine.values(state=outcome.state, at=unit.now))


JOBS: dict[str, jobs.Change | jobs.Call] = {JOB: jobs.Call(Deliver, look, call, store)}

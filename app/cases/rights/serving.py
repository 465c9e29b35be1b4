"""Serving a decision: made available, then opened, refused, or expired. What an alert does on its way changes none of
it; the term to appeal runs from the day it was served."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app import documents, notifications
from app.cases import law, moving, queries, telling
from app.cases.events import NotificationServed
from app.cases.queries import Case
from app.cases.rights import posting
from app.cases.rights.models import ServedNotification
from app.kit import db, events, jobs
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.ids import new_id

JOB = "cases.notification_expires"
PORTAL, LETTER = "portal", "letter"
AVAILABLE, OPENED, REFUSED, EXPIRED, REPLACED = "available", "opened", "refused", "expired", "replaced"

S = db.table(ServedNotification).c
OF_CASE = select(*S).where(S.case_id == bindparam("case")).order_by(S.id)


@dataclass(frozen=True)
class Lies:
    """A notification that nobody may have opened."""

    case_id: UUID
    served_id: UUID


def serve(unit: Unit, case: Case, before: Collection[UUID]) -> None:
    """Make the decision available that was just issued: in the portal for who has an account, by letter else."""
    issued = [line.id for line in documents.of_case(unit, case.id, case.locale) if line.id not in before]
    shown = documents.show(unit, case.id, issued[-1]) if issued else None
    if shown is None:
        return
    for earlier in all_of(unit, case.id):
        _settle(unit, earlier.id, REPLACED, None)
    channel = way(case, telling.reach(unit, case))
    setting, served_id = law.profile(unit).served, new_id()
    until = law.calendar(unit).ends(law.today(unit), setting.expires) if setting and channel == PORTAL else None
    db.add(
        unit, ServedNotification, id=served_id, case_id=case.id, document_id=shown.id, sha256=shown.sha256,
        at=unit.now, channel=channel, until=until, state=AVAILABLE, settled_at=None, account_id=None,
    )  # fmt: skip
    moving.note_step(unit, case.id, "served_available" if channel == PORTAL else "served_by_letter", _town())
    if until is not None:
        jobs.enqueue(unit, JOB, Lies(case.id, served_id), run_at=law.calendar(unit).end_of(until))
    if channel == LETTER:
        posting.post(unit, case, shown)


def way(case: Case, to: notifications.Recipient) -> str:
    """By post to who has no account, or wants letters alone, and has an address; else in the portal."""
    by_post = case.account_id is None or set(to.channels) == {LETTER}
    return LETTER if by_post and to.address else PORTAL


def issued(unit: Unit, case: Case) -> set[UUID]:
    """The documents there are, before others are made."""
    return {line.id for line in documents.of_case(unit, case.id, case.locale)}


def all_of(unit: Unit, case_id: UUID) -> list[Any]:
    """The served notifications of a case, the latest last."""
    return list(db.rows(unit, OF_CASE, case=case_id))


def waiting(unit: Unit, case_id: UUID, document_id: UUID | None = None) -> Any | None:
    """The notification that waits to be opened: the latest, or that of a document."""
    rows = [row for row in all_of(unit, case_id) if row.state == AVAILABLE and row.channel == PORTAL]
    return next((row for row in reversed(rows) if document_id in (None, row.document_id)), None)


def one(unit: Unit, case_id: UUID, served_id: UUID) -> Any:
    """One of this case, or NotFound."""
    for row in all_of(unit, case_id):
        if row.id == served_id and row.channel == PORTAL:
            return row
    raise NotFound


def answer(unit: Unit, by: Actor, case: Case, row: Any, state: str) -> None:
    """The person opens it, or refuses to. What was answered stays as it was answered."""
    held = queries.locked(unit, case.id)
    if _settle(unit, row.id, state, by.account_id):
        moving.note_step(unit, held.id, f"served_{state}", by)
        moving.touch(unit, held)
        events.record(unit, NotificationServed(held.id))


def expire(unit: Unit, args: Lies) -> None:
    """Nobody opened it in time: it counts as served."""
    held = queries.locked(unit, args.case_id)
    if _settle(unit, args.served_id, EXPIRED, None):
        moving.note_step(unit, held.id, "served_expired", _town())
        moving.touch(unit, held)
        events.record(unit, NotificationServed(held.id))


def served_on(unit: Unit, case: Case) -> date | None:
    """The day on which the latest decision counts as served; None while it waits, or where nothing was served."""
    rows = all_of(unit, case.id)
    if not rows:
        return None
    at = rows[-1].at if rows[-1].channel == LETTER else rows[-1].settled_at
    return law.calendar(unit).day_of(at) if at else None


def _settle(unit: Unit, served_id: UUID, state: str, account_id: UUID | None) -> bool:
    table = db.table(ServedNotification)
    open_one = (table.c.id == served_id) & (table.c.state == AVAILABLE)
    values = {"state": state, "settled_at": unit.now, "account_id": account_id}
    return db.change(unit, update(table).where(open_one).values(values)) == 1


def _town() -> Actor:
    return Actor.system("decision served")

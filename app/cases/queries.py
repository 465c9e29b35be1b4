"""Every SELECT of cases. Each takes the actor, so that an outsider gets 404 and not data."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, or_, select

from app.cases.models import (
    Attachment,
    CaseAccess,
    CaseFile,
    CaseStep,
    Decision,
    Draft,
    Filing,
    InformationRequest,
    Message,
    Note,
)
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.ids import parse_reference

D, C, F, S, M = (db.table(model).c for model in (Draft, CaseFile, Filing, CaseStep, Message))
A, R, X, N, G = (db.table(model).c for model in (Attachment, InformationRequest, Decision, Note, CaseAccess))
CASE = select(*db.table(CaseFile).c)
FILINGS = select(*db.table(Filing).c).where(F.case_id == bindparam("case")).order_by(F.id)
STEPS = select(*db.table(CaseStep).c).where(S.case_id == bindparam("case")).order_by(S.id)
MESSAGES = select(*db.table(Message).c).where(M.case_id == bindparam("case")).order_by(M.id)
ATTACHED = select(A.message_id, A.blob_id).where(A.case_id == bindparam("case")).order_by(A.id)
REQUESTS = select(*db.table(InformationRequest).c).where(R.case_id == bindparam("case")).order_by(R.id)
DECISIONS = select(*db.table(Decision).c).where(X.case_id == bindparam("case")).order_by(X.id)
NOTES = select(*db.table(Note).c).where(N.case_id == bindparam("case")).order_by(N.id)


@dataclass(frozen=True)
class Case:
    """A case as its row says it; `name` stays sealed until it is shown."""

    id: UUID
    reference: str
    service: str
    version: UUID
    department: str
    state: str
    entries: int
    account_id: UUID | None
    session_id: UUID | None
    person_id: UUID | None
    name: bytes
    locale: str
    via: str
    received_at: datetime
    started_at: datetime | None
    due: date | None
    agreed: date | None
    stopped: bool
    yours: bool
    queue: str | None
    assignee: UUID | None
    touched_at: datetime
    closed_at: datetime | None
    outcome: str | None


def mine(actor: Actor, table: Any) -> ColumnElement[bool]:
    """What this account sent, or this guest's session."""
    owned = []
    if actor.account_id is not None:
        owned.append(table.account_id == actor.account_id)
    sessions = _sessions(actor)
    if sessions:
        owned.append(and_(table.session_id.in_(sessions), table.account_id.is_(None)))
    return or_(*owned) if owned else table.id.is_(None)


def _sessions(actor: Actor) -> list[UUID]:
    """This session, and the guest's that the same browser had before it signed in."""
    return [each for each in (actor.session_id, actor.guest_id) if each is not None]


def own_draft(unit: Unit, actor: Actor, draft_id: UUID) -> Any:
    """An open draft of this actor, or NotFound."""
    row = db.row(unit, select(*db.table(Draft).c).where(D.id == draft_id, mine(actor, D), D.until > unit.now))
    if row is None:
        raise NotFound
    return row


def own_drafts(unit: Unit, actor: Actor, service: str = "") -> list[Any]:
    """Open drafts, those touched last first; a draft that became a case is gone."""
    query = select(*db.table(Draft).c).where(mine(actor, D), D.until > unit.now)
    if service:
        query = query.where(D.service == service)
    return list(db.rows(unit, query.order_by(D.touched_at.desc()).limit(50)))


def own_case(unit: Unit, actor: Actor, reference: str) -> Case:
    """A case that this actor may follow: her own, or one whose codes she proved in this session. Or NotFound."""
    known = parse_reference(reference)
    allowed = mine(actor, C)
    sessions = _sessions(actor)
    if sessions:
        proven = select(G.case_id).where(G.session_id.in_(sessions), G.until > bindparam("now"))
        allowed = or_(allowed, C.id.in_(proven))
    row = db.row(unit, CASE.where(C.reference == bindparam("reference"), allowed), reference=known or "", now=unit.now)
    if row is None:
        raise NotFound
    return Case(*row)


def own_cases(unit: Unit, actor: Actor, *, closed: bool, most: int = 50) -> list[Case]:
    when = C.closed_at.is_not(None) if closed else C.closed_at.is_(None)
    order = C.closed_at.desc() if closed else C.received_at.desc()
    return [Case(*row) for row in db.rows(unit, CASE.where(mine(actor, C), when).order_by(order).limit(most))]


def desk_case(unit: Unit, actor: Actor, reference: str) -> Case:
    """A case of a department in which this actor is clerk or supervisor, or NotFound."""
    query = CASE.where(C.reference == (parse_reference(reference) or ""), C.department.in_(actor.departments))
    row = db.row(unit, query)
    if row is None:
        raise NotFound
    return Case(*row)


def case(unit: Unit, case_id: UUID) -> Case:
    """For the town's own jobs, which act as the system."""
    row = db.row(unit, CASE.where(C.id == case_id))
    if row is None:
        raise NotFound
    return Case(*row)


def locked(unit: Unit, case_id: UUID) -> Case:
    """The same, held for this unit so that two steps never cross (on SQLite the unit itself is the lock)."""
    row = db.row(unit, CASE.where(C.id == case_id).with_for_update())
    if row is None:
        raise NotFound
    return Case(*row)


def by_reference(unit: Unit, reference: str) -> Case | None:
    """For proving by a code only: who calls checks the code."""
    row = db.row(unit, CASE.where(C.reference == (parse_reference(reference) or "")))
    return Case(*row) if row else None


def filings(unit: Unit, case_id: UUID) -> list[Any]:
    return list(db.rows(unit, FILINGS, case=case_id))


def steps(unit: Unit, case_id: UUID) -> list[Any]:
    return list(db.rows(unit, STEPS, case=case_id))


def messages(unit: Unit, case_id: UUID) -> list[Any]:
    return list(db.rows(unit, MESSAGES, case=case_id))


def attached(unit: Unit, case_id: UUID) -> dict[UUID, list[UUID]]:
    """Blobs by message."""
    found: dict[UUID, list[UUID]] = {}
    for row in db.rows(unit, ATTACHED, case=case_id):
        found.setdefault(row.message_id, []).append(row.blob_id)
    return found


def requests(unit: Unit, case_id: UUID) -> list[Any]:
    return list(db.rows(unit, REQUESTS, case=case_id))


def open_request(unit: Unit, case_id: UUID) -> Any | None:
    return next((row for row in reversed(requests(unit, case_id)) if row.closed_at is None), None)


def decisions(unit: Unit, case_id: UUID) -> list[Any]:
    return list(db.rows(unit, DECISIONS, case=case_id))


def pending_decision(unit: Unit, case_id: UUID) -> Any | None:
    return next((row for row in reversed(decisions(unit, case_id)) if row.told_at is None), None)


def notes(unit: Unit, case_id: UUID) -> list[Any]:
    return list(db.rows(unit, NOTES, case=case_id))


def draft(unit: Unit, draft_id: UUID) -> Any:
    """A draft as it is now, for who has been checked already."""
    return db.row(unit, select(*db.table(Draft).c).where(D.id == draft_id))

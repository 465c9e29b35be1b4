"""The SELECTs of what lies in a case: what was filed, its steps, messages and files, requests, decisions and notes.
Whoever reads it has found the case by `queries`, which asks whose it is."""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from app.cases import models as t
from app.kit import db
from app.kit.db import Unit

F, S, M, A = (db.table(model).c for model in (t.Filing, t.CaseStep, t.Message, t.Attachment))
R, X, N = (db.table(model).c for model in (t.InformationRequest, t.Decision, t.Note))

FILINGS = select(*F).where(F.case_id == bindparam("case")).order_by(F.id)
STEPS = select(*S).where(S.case_id == bindparam("case")).order_by(S.id)
MESSAGES = select(*M).where(M.case_id == bindparam("case")).order_by(M.id)
ATTACHED = select(A.message_id, A.blob_id).where(A.case_id == bindparam("case")).order_by(A.id)
REQUESTS = select(*R).where(R.case_id == bindparam("case")).order_by(R.id)
DECISIONS = select(*X).where(X.case_id == bindparam("case"), X.recalled_at.is_(None)).order_by(X.id)
NOTES = select(*N).where(N.case_id == bindparam("case")).order_by(N.id)


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
    """Those that stand; one that was recalled is on record, and nobody's decision."""
    return list(db.rows(unit, DECISIONS, case=case_id))


def pending_decision(unit: Unit, case_id: UUID) -> Any | None:
    return next((row for row in reversed(decisions(unit, case_id)) if row.told_at is None), None)


def notes(unit: Unit, case_id: UUID) -> list[Any]:
    return list(db.rows(unit, NOTES, case=case_id))

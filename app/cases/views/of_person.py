"""The cases of one person, for a clerk who looks at her: those of the clerk's departments; of others at most a count,
and of a confidential service elsewhere nothing at all. Every SELECT of it is here."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, func, select

from app import catalogue
from app.cases.models import CaseFile, Message
from app.cases.queries import SHUT
from app.cases.queueing import parts, reading
from app.cases.rights import confidence
from app.cases.views.line import Line
from app.cases.views.line import lines as in_words
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.people import consenting

MOST = 50
C, M = db.table(CaseFile).c, db.table(Message).c
OURS = (
    reading.LINE.where(C.person_id == bindparam("person"), C.department.in_(bindparam("departments", expanding=True)))
    .order_by(SHUT, C.id.desc())
    .limit(MOST)
)
OPEN_COUNTS = (
    select(C.person_id, func.count().label("number"))
    .where(*parts.INSIDE, C.person_id.in_(bindparam("persons", expanding=True)))
    .group_by(C.person_id)
)
MESSAGES = (
    select(M.case_id, M.at, M.ours)
    .where(M.case_id.in_(bindparam("cases", expanding=True)))
    .order_by(M.at.desc())
    .limit(MOST)
)
ELSEWHERE = (
    select(C.id, C.version)
    .where(
        C.person_id == bindparam("person"),
        C.closed_at.is_(None),
        C.department.not_in(bindparam("departments", expanding=True)),
    )
    .limit(MOST)
)


def lines(unit: Unit, actor: Actor, person: UUID, locale: str) -> list[Line]:
    """Hers that this actor may see: those that run, then those that are closed, the newest first."""
    departments = sorted(actor.departments)
    rows = db.rows(unit, OURS, person=person, departments=departments)
    return in_words(unit, [reading.listed(unit, row) for row in rows], locale)


def open_counts(unit: Unit, actor: Actor, persons: Sequence[UUID]) -> dict[UUID, int]:
    """How many open cases of each this actor may see."""
    if not persons:
        return {}
    departments = sorted(actor.departments)
    rows = db.rows(unit, OPEN_COUNTS, departments=departments, persons=list(persons))
    return {row.person_id: row.number for row in rows}


def elsewhere(unit: Unit, actor: Actor, person: UUID) -> int:
    """How many run in other departments, without those of confidential services; none where she does not agree."""
    if not consenting.allows(unit, person, consenting.OFFICES):
        return 0
    rows = db.rows(unit, ELSEWHERE, person=person, departments=sorted(actor.departments))
    return sum(not confidence.is_confidential(unit, row, catalogue.version(unit, row.version)) for row in rows)


def messages(unit: Unit, cases: Sequence[UUID]) -> list[tuple[UUID, datetime, bool]]:
    """When somebody wrote in these cases, the newest first, and whether it was the office: not the words."""
    if not cases:
        return []
    return [(row.case_id, row.at, row.ours) for row in db.rows(unit, MESSAGES, cases=list(cases))]

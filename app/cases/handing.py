"""Open cases of a clerk go to a colleague of their department, or back to its queue."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import bindparam, func, select

from app.cases import assigning, auditing, queries
from app.cases.models import CaseFile
from app.cases.rights import appealing
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit

C = db.table(CaseFile).c
HERS = (C.assignee == bindparam("account"), C.closed_at.is_(None))
COUNTED = select(C.department, func.count().label("cases")).where(*HERS).group_by(C.department).order_by(C.department)
OPEN = select(C.id, C.department).where(*HERS).order_by(C.id)


def held(unit: Unit, account_id: UUID) -> dict[str, int]:
    """How many open cases she has, by department."""
    return {row.department: row.cases for row in db.rows(unit, COUNTED, account=account_id)}


def pass_on(unit: Unit, by: Actor, account_id: UUID, to: Mapping[str, UUID | None]) -> int:
    """Her open cases of these departments go to the colleague that is named, or to nobody; how many that were. An
    appeal against what that colleague decided goes back to the queue."""
    passed = 0
    for row in db.rows(unit, OPEN, account=account_id):
        if row.department in to:
            found, colleague = queries.case(unit, row.id), to[row.department]
            free = None if appealing.took_part(unit, found, colleague) else colleague
            case = assigning.assign(unit, found, by, free)
            auditing.changed(unit, by, case, "assigned")
            passed += 1
    return passed

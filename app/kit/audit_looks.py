"""What a person reads of who looked at her data and changed it: roles, never names."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, or_, select

from app.kit import db
from app.kit.audit import AuditEntry, AuditSubject
from app.kit.db import Unit


@dataclass(frozen=True)
class Look:
    """What a person reads about one entry: a role instead of a name, and nobody else."""

    at: datetime
    department: str
    function: str
    via: str
    action: str
    purpose: str
    case_id: UUID | None
    count: int
    id: UUID


E, S = db.table(AuditEntry).c, db.table(AuditSubject).c
LOOKS = (
    select(E.at, E.department, E.function, E.via, E.action, E.purpose, E.case_id, E.count, E.id)
    .join(db.table(AuditSubject), S.entry_id == E.id)
    .where(S.person_id.in_(bindparam("persons", expanding=True)), E.shown_from <= bindparam("now"))
    .where(or_(E.person_id.is_(None), E.person_id.not_in(bindparam("persons", expanding=True))))
    .where(or_(E.function != "", E.acting_for.is_not(None)))
    .distinct()
    .order_by(E.at.desc(), E.id.desc())
    .limit(bindparam("most"))
)
AT, ENTRY = bindparam("at", type_=E.at.type), bindparam("entry", type_=E.id.type)
EARLIER = LOOKS.where(or_(E.at < AT, (E.at == AT) & (E.id < ENTRY)))


def looks_at(unit: Unit, *persons: UUID, before: tuple[datetime, UUID] | None = None, most: int = 200) -> list[Look]:
    """What others looked at or changed, the newest first; `before` is the moment and the id of the last one that was
    shown. Several ids when records of one person were merged."""
    whose = {"persons": list(persons), "now": unit.now, "most": most}
    if before is None:
        found = db.rows(unit, LOOKS, **whose)
    else:
        found = db.rows(unit, EARLIER, at=before[0], entry=before[1], **whose)
    return [Look(*row) for row in found]

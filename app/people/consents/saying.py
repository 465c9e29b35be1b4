"""Agreeing to a use of one's data, and taking that back: by herself, or by a clerk with her agreement. While nothing
was said the law allows it. Every SELECT of it is here."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, delete, select, update

from app.kit import db
from app.kit.db import Unit
from app.kit.i18n import N_
from app.kit.ids import new_id
from app.people.models import Consent

PREFILL, OFFICES = "prefill", "offices"
USES = (PREFILL, OFFICES)
HOW = ("spoken", "phone", "signed")
WORDS = {
    PREFILL: (
        N_("Forms are filled in with what the town has of you"),
        N_("For you, for whoever acts for you, and for the office that fills in a form for you."),
        N_("Without it every form begins empty, and you bring the papers."),
    ),
    OFFICES: (
        N_("Other offices see how many of your cases run"),
        N_("A number, for clerks who look at your record. Never which cases, and never a confidential one."),
        N_("Without it each office sees its own cases alone."),
    ),
}
"""Of each use: for what, to whom, and what taking it back does."""

C = db.table(Consent).c
ALL = select(*C).where(C.person_id == bindparam("person")).order_by(C.id.desc()).limit(200)


@dataclass(frozen=True)
class Said:
    """One word of hers. `how` is one of HOW where a clerk wrote it down."""

    what: str
    agreed: bool
    how: str
    department: str
    at: datetime


def allows(unit: Unit, person_id: UUID, what: str) -> bool:
    """Whether the town may do this with her data now."""
    return next((each.agreed for each in history(unit, person_id) if each.what == what), True)


def history(unit: Unit, person_id: UUID) -> tuple[Said, ...]:
    """All that was said, the newest first."""
    rows = db.rows(unit, ALL, person=person_id)
    return tuple(Said(row.what, bool(row.agreed), row.how, row.department, row.at) for row in rows)


def say(unit: Unit, person_id: UUID, what: str, *, agreed: bool, by: UUID, how: str = "", department: str = "") -> bool:
    """From now on it is so; False where it was so already, and nothing is written."""
    if what not in USES or allows(unit, person_id, what) == agreed:
        return False
    db.add(
        unit, Consent, id=new_id(), person_id=person_id, what=what, agreed=agreed, how=how, by=by,
        department=department, at=unit.now,
    )  # fmt: skip
    return True


def merge(unit: Unit, old: UUID, kept: UUID) -> None:
    db.change(unit, update(db.table(Consent)).where(C.person_id == old).values(person_id=kept))


def erase(unit: Unit, person_id: UUID) -> None:
    db.change(unit, delete(db.table(Consent)).where(C.person_id == person_id))

"""Care: why those who serve somebody take care, whose address is protected, and to whom clerks are not named; each with
its reason, its author and its last moment. The person reads it, unless a supervisor says why and until when not. Every
SELECT of it is here."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, delete, or_, select, update

from app.kit import db, keys
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.ids import new_id
from app.people.models import CareNote, PersonFact

SAFETY, ADDRESS, NAMES = "safety", "address", "names"
KINDS = (SAFETY, ADDRESS, NAMES)
DAYS = (30, 90, 180, 365)
"""How long one may hold; then somebody has to say it again."""
DEFERRALS = (7, 30, 90)
SEES = "supervisor"
"""The function that sees a protected address."""

C = db.table(CareNote).c
CURRENT = (
    select(*C)
    .where(C.person_id == bindparam("person"), C.ended_at.is_(None), C.until > bindparam("now"))
    .order_by(C.since, C.id)
)
TOLD = (
    select(*C)
    .where(C.person_id == bindparam("person"), C.told_from <= bindparam("now"))
    .order_by(C.since.desc(), C.id.desc())
    .limit(50)
)
OF_PERSON = select(C.id, C.words, C.deferred).where(C.person_id == bindparam("person"))
F, G = db.table(PersonFact).c, db.table(PersonFact).alias().c
LIVES_WITH = select(F.person_id).where(
    F.key == "household",
    F.value.in_(select(G.value).where(G.person_id == bindparam("person"), G.key == "household")),
)
PROTECTED = (
    select(C.id)
    .where(or_(C.person_id == bindparam("person"), C.person_id.in_(LIVES_WITH)))
    .where(C.kind == ADDRESS, C.ended_at.is_(None), C.until > bindparam("now"))
    .limit(1)
)
"""Her own, or that of whoever lives with her: the one address is the other."""

UNNAMED = (
    select(C.id)
    .where(C.person_id == bindparam("person"), C.kind == NAMES, C.ended_at.is_(None), C.until > bindparam("now"))
    .limit(1)
)


@dataclass(frozen=True)
class Care:
    """`told_from` is later than `since` where a supervisor deferred it; `ended`: somebody ended it before `until`."""

    id: UUID
    kind: str
    words: str
    by: UUID
    department: str
    since: datetime
    until: datetime
    told_from: datetime
    ended: datetime | None


@dataclass(frozen=True)
class Reason:
    """What is said, for how many days; `later` days until the person reads it and why, where that is deferred."""

    kind: str
    words: str
    days: int
    later: int = 0
    why: str = ""


def supervises(actor: Actor) -> bool:
    return any(role.function == SEES for role in actor.roles)


def write(unit: Unit, actor: Actor, person_id: UUID, department: str, reason: Reason) -> None:
    """Somebody says it; the caller has checked who may, and that only a supervisor defers."""
    row_id = new_id()

    def seal(column: str, words: str) -> bytes:
        return keys.seal(unit, person_id, keys.place(CareNote, column, row_id), words)

    db.add(
        unit, CareNote, id=row_id, person_id=person_id, kind=reason.kind, words=seal("words", reason.words),
        by=actor.account_id, department=department, since=unit.now, until=after(unit, reason.days),
        told_from=after(unit, reason.later),
        deferred=seal("deferred", reason.why) if reason.why else None,
        ended_at=None, ended_by=None,
    )  # fmt: skip


def after(unit: Unit, days: int) -> datetime:
    """The moment so many days from now."""
    return unit.now + timedelta(days=days)


def end(unit: Unit, actor: Actor, person_id: UUID, care_id: UUID) -> datetime | None:
    """It holds no more; from when the person may read so, or None where it held no more before."""
    found = next((each for each in current(unit, person_id) if each.id == care_id), None)
    if found is None:
        return None
    change = update(db.table(CareNote)).where(C.id == care_id).values(ended_at=unit.now, ended_by=actor.account_id)
    db.change(unit, change)
    return max(found.told_from, unit.now)


def current(unit: Unit, person_id: UUID | None) -> tuple[Care, ...]:
    """What holds now."""
    if person_id is None:
        return ()
    return tuple(_care(unit, row) for row in db.rows(unit, CURRENT, person=person_id, now=unit.now))


def told(unit: Unit, person_id: UUID) -> tuple[Care, ...]:
    """What the person reads about herself, the newest first."""
    return tuple(_care(unit, row) for row in db.rows(unit, TOLD, person=person_id, now=unit.now))


def hides_address(unit: Unit, person_id: UUID | None, actor: Actor | None) -> bool:
    """Whether this actor must not see where the person lives; None is whoever may come by what is printed or sent."""
    if person_id is None or (actor is not None and supervises(actor)):
        return False
    return db.row(unit, PROTECTED, person=person_id, now=unit.now) is not None


def hides_names(unit: Unit, person_id: UUID | None) -> bool:
    """Whether what is written to this person names the office, and not the clerk."""
    return person_id is not None and db.row(unit, UNNAMED, person=person_id, now=unit.now) is not None


def merge(unit: Unit, old: UUID, kept: UUID) -> None:
    """All of it goes over, sealed anew."""
    table = db.table(CareNote)
    for row in db.rows(unit, OF_PERSON, person=old):
        values = {}
        for column in ("words", "deferred"):
            sealed, place = getattr(row, column), keys.place(CareNote, column, row.id)
            values[column] = keys.seal(unit, kept, place, keys.open(unit, old, place, sealed)) if sealed else None
        db.change(unit, update(table).where(C.id == row.id).values(person_id=kept, **values))


def erase(unit: Unit, person_id: UUID) -> None:
    db.change(unit, delete(db.table(CareNote)).where(C.person_id == person_id))


def _care(unit: Unit, row: db.AnyRow) -> Care:
    words = keys.open(unit, row.person_id, keys.place(CareNote, "words", row.id), row.words)
    return Care(
        row.id, row.kind, words, row.by, row.department, row.since, row.until, row.told_from, row.ended_at
    )  # fmt: skip

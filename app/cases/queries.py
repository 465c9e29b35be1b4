"""The SELECTs that find a case or a draft. Each takes the actor, so that an outsider gets 404 and not data. What lies
in a case that was found is read by `contents`."""

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, or_, select
from sqlalchemy import case as sql_case

from app.cases import models as t
from app.cases.helping import ended
from app.cases.helping import reaching as helping
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound, SignIn
from app.kit.ids import parse_reference

D, C, G = (db.table(model).c for model in (t.Draft, t.CaseFile, t.CaseAccess))


def mine(table: Any) -> ColumnElement[bool]:
    """What this account sent, or this browser as a guest; `who` fills it in. Nobody's null meets no row."""
    guest = or_(table.session_id == bindparam("session"), table.session_id == bindparam("guest"))
    return or_(table.account_id == bindparam("account"), and_(guest, table.account_id.is_(None)))


def who(actor: Actor) -> dict[str, UUID | None]:
    """The parameters of `mine`: this session, and the guest's that the same browser had before it signed in."""
    return {"account": actor.account_id, "session": actor.session_id, "guest": actor.guest_id}


CASE, DRAFT = select(*C), select(*D)
BRIEF = select(
    C.id, C.reference, C.service, C.version, C.state, C.entries, C.person_id, C.account_id, C.due, C.agreed,
    C.expected, C.stopped, C.yours, C.assignee, C.closed_at, C.outcome,
)  # fmt: skip
BY_ID = CASE.where(C.id == bindparam("case"))
OWN = BY_ID.where(mine(C))
LOCKED = BY_ID.with_for_update()
BY_REFERENCE = CASE.where(C.reference == bindparam("reference"))
OF_DEPARTMENTS = BY_REFERENCE.where(C.department.in_(bindparam("departments", expanding=True)))
PROVEN = select(G.case_id).where(
    or_(G.session_id == bindparam("session"), G.session_id == bindparam("guest")), G.until > bindparam("now")
)
FOLLOWED = BY_REFERENCE.where(or_(mine(C), C.id.in_(PROVEN)))
SENT = BRIEF.where(mine(C)).limit(bindparam("most"))
OPEN = SENT.where(C.closed_at.is_(None)).order_by(C.received_at.desc())
CLOSED = SENT.where(C.closed_at.is_not(None)).order_by(C.closed_at.desc())
SHUT = sql_case((C.closed_at.is_(None), 0), else_=1)
ALL_MINE = SENT.order_by(SHUT, C.id.desc())
MORE_OF_MINE = ALL_MINE.where(
    or_(bindparam("shut") < SHUT, and_(bindparam("shut") == SHUT, C.id < bindparam("id", type_=C.id.type)))
)
DRAFT_BY_ID = DRAFT.where(D.id == bindparam("draft"))
OWN_DRAFTS = DRAFT.where(mine(D), D.until > bindparam("now"))
OWN_DRAFT = OWN_DRAFTS.where(D.id == bindparam("draft"))
LATEST_DRAFTS = OWN_DRAFTS.order_by(D.touched_at.desc()).limit(50)
DRAFTS_OF_SERVICE = LATEST_DRAFTS.where(D.service == bindparam("service"))


class Case(NamedTuple):
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
    helper_id: UUID | None
    name: bytes
    locale: str
    via: str
    received_at: datetime
    started_at: datetime | None
    due: date | None
    agreed: date | None
    expected: date
    stopped: bool
    yours: bool
    answered: bool
    queue: str | None
    assignee: UUID | None
    touched_at: datetime
    closed_at: datetime | None
    outcome: str | None


class Brief(NamedTuple):
    """What a line of a list says of a case."""

    id: UUID
    reference: str
    service: str
    version: UUID
    state: str
    entries: int
    person_id: UUID | None
    account_id: UUID | None
    due: date | None
    agreed: date | None
    expected: date
    stopped: bool
    yours: bool
    assignee: UUID | None
    closed_at: datetime | None
    outcome: str | None


def _not_here(actor: Actor) -> Exception:
    """Nobody's, somebody else's, or hers whose session is over: who is not signed in may sign in first."""
    return SignIn() if actor.account_id is None else NotFound()


def own_draft(unit: Unit, actor: Actor, draft_id: UUID) -> Any:
    """An open draft of this actor, or as if it were not there."""
    row = db.row(unit, OWN_DRAFT, draft=draft_id, now=unit.now, **who(actor))
    row = row or helping.left_one(unit, actor, draft_id)
    if row is None or not helping.begun(unit, actor, row):
        ended.insist_draft(unit, actor, row or db.row(unit, DRAFT_BY_ID, draft=draft_id))
        raise _not_here(actor)
    return row


def own_drafts(unit: Unit, actor: Actor, service: str = "") -> list[Any]:
    """Open drafts, those touched last first; a draft that became a case is gone."""
    asked, more = (DRAFTS_OF_SERVICE, {"service": service}) if service else (LATEST_DRAFTS, {})
    rows = db.rows(unit, asked, now=unit.now, **more, **who(actor))
    hers = [row for row in helping.left(unit, actor) if service in ("", row.service)]
    return [*hers, *(row for row in rows if helping.holds(unit, actor, row))]


def own_case(unit: Unit, actor: Actor, reference: str) -> Case:
    """A case that this actor may follow: her own, of whom she acts for, or proven by its codes; or as if not there."""
    known = parse_reference(reference) or ""
    row = db.row(unit, FOLLOWED, reference=known, now=unit.now, **who(actor))
    row = row or helping.by_reference(unit, actor, known)
    if row is None:
        ended.insist_case(unit, actor, db.row(unit, BY_REFERENCE, reference=known))
        raise _not_here(actor)
    return Case._make(row)


def own(unit: Unit, actor: Actor, case_id: UUID) -> Case:
    """A case that this actor sent, or as if it were not there."""
    row = db.row(unit, OWN, case=case_id, **who(actor)) or helping.by_id(unit, actor, case_id)
    if row is None:
        ended.insist_case(unit, actor, db.row(unit, BY_ID, case=case_id))
        raise _not_here(actor)
    return Case._make(row)


def own_cases(unit: Unit, actor: Actor, *, closed: bool, most: int = 50) -> list[Brief]:
    return [Brief._make(row) for row in db.rows(unit, CLOSED if closed else OPEN, most=most, **who(actor))]


def all_mine(unit: Unit, actor: Actor, beyond: tuple[bool, UUID] | None, most: int) -> list[Brief]:
    """Those that run, then those that are closed, the newest first; `beyond` is where the page before ended."""
    if beyond is None:
        rows = db.rows(unit, ALL_MINE, most=most, **who(actor))
    else:
        rows = db.rows(unit, MORE_OF_MINE, shut=int(beyond[0]), id=beyond[1], most=most, **who(actor))
    return [Brief._make(row) for row in rows]


def desk_case(unit: Unit, actor: Actor, reference: str) -> Case:
    """A case of a department in which this actor is clerk or supervisor, or NotFound."""
    known, departments = parse_reference(reference) or "", sorted(actor.departments)
    return _found(db.row(unit, OF_DEPARTMENTS, reference=known, departments=departments))


def case(unit: Unit, case_id: UUID) -> Case:
    """For the town's own jobs, which act as the system."""
    return _found(db.row(unit, BY_ID, case=case_id))


def locked(unit: Unit, case_id: UUID) -> Case:
    """Held for this unit so that two steps never cross (on SQLite the unit itself is the lock)."""
    return _found(db.row(unit, LOCKED, case=case_id))


def _found(row: db.AnyRow | None) -> Case:
    if row is None:
        raise NotFound
    return Case._make(row)


def by_reference(unit: Unit, reference: str) -> Case | None:
    """For proving by a code only: who calls checks the code."""
    row = db.row(unit, BY_REFERENCE, reference=parse_reference(reference) or "")
    return Case._make(row) if row else None


def draft(unit: Unit, draft_id: UUID) -> Any:
    """A draft as it is now, for who has been checked already."""
    return db.row(unit, DRAFT_BY_ID, draft=draft_id)

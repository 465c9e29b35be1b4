"""Sessions: opened, recognised, listed, ended. The cookie carries a secret; the row the hash of the form token that
the secret makes, so that a form finds the session it was typed in, and opens none."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app.identity.mandating import reading
from app.identity.models import Account, PersonLink, SessionRow, StaffRole
from app.identity.staffing import factor
from app.kit import crypto, db, guard
from app.kit.actor import Actor, Role
from app.kit.ids import new_id

GUEST, CITIZEN, STAFF = timedelta(hours=12), timedelta(days=30), timedelta(hours=12)
SHARED = timedelta(hours=2)
"""On a device that others use too."""
SEEN = timedelta(minutes=10)

S, A, L, R = (db.table(model).c for model in (SessionRow, Account, PersonLink, StaffRole))
WHO = (
    select(S.id, S.account_id, S.guest_id, S.way, S.seen_at, L.person_id, R.department, R.function)
    .select_from(
        db.table(SessionRow)
        .outerjoin(db.table(PersonLink), (L.account_id == S.account_id) & L.revoked_at.is_(None))
        .outerjoin(db.table(StaffRole), R.account_id == S.account_id)
    )
    .where(S.secret == bindparam("secret"), S.until > bindparam("now"), S.ended_at.is_(None))
)
TYPIST = select(S.id, S.account_id).where(S.secret == bindparam("secret"))
ROLES = select(R.department, R.function).where(R.account_id == bindparam("account"))
MINE = (
    select(S.id, S.device, S.created_at, S.seen_at)
    .where(S.account_id == bindparam("account"), S.until > bindparam("now"), S.ended_at.is_(None))
    .order_by(S.seen_at.desc())
)


ELSEWHERE = (
    select(S.device).where(S.account_id == bindparam("account"), S.id != bindparam("session")).group_by(S.device)
)
ONE = select(S.id, S.device, S.created_at, S.seen_at).where(S.id == bindparam("session"))


@dataclass(frozen=True)
class Session:
    """One place where an account is signed in."""

    id: UUID
    device: str
    created_at: datetime
    seen_at: datetime


def open_session(
    unit: db.Unit,
    account_id: UUID | None,
    device: str,
    guest_id: UUID | None = None,
    *,
    way: str = "",
    shared: bool = False,
) -> str:
    """Open a session and give its secret; without an account it is a guest's, for 12 hours."""
    secret = secrets.token_urlsafe(24)
    staff = account_id is not None and db.row(unit, ROLES, account=account_id) is not None
    span = GUEST if account_id is None else SHARED if shared else STAFF if staff else CITIZEN
    db.add(
        unit, SessionRow, id=new_id(), secret=_hash(unit, secret), account_id=account_id, guest_id=guest_id,
        device=device[:40], way=way, shared=shared,
        created_at=unit.now, seen_at=unit.now, until=unit.now + span, ended_at=None,
    )  # fmt: skip
    return secret


def actor(unit: db.Unit, secret: str, locale: str) -> Actor:
    """Who a session belongs to; an actor of level 0 when it is nobody's or over."""
    if not secret:
        return Actor(locale=locale)
    rows = db.rows(unit, WHO, secret=_hash(unit, secret), now=unit.now)
    if not rows:
        return Actor(locale=locale)
    row = rows[0]
    if unit.writes and unit.now - row.seen_at > SEEN:
        table = db.table(SessionRow)
        db.change(unit, update(table).where(table.c.id == row.id).values(seen_at=unit.now))
    if row.account_id is None:
        return Actor(session_id=row.id, locale=locale)
    roles = frozenset(Role(each.department, each.function) for each in rows if each.department is not None)
    proven = factor.proves(unit.town, row.way)
    return Actor(
        account_id=row.account_id,
        person_id=row.person_id,
        session_id=row.id,
        guest_id=row.guest_id,
        level=2 if row.person_id else 1,
        roles=roles if proven else frozenset(),
        held_back=frozenset() if proven else roles,
        locale=locale,
        grants=reading.grants(unit, row.account_id),
    )


def typist(unit: db.Unit, token: str) -> Actor | None:
    """Whose form carries this token, also when the session is over. It proves nothing: who shows it may see nothing."""
    row = db.row(unit, TYPIST, secret=_token_hash(unit, token)) if token else None
    return Actor(account_id=row.account_id, session_id=row.id) if row else None


def new_device(unit: db.Unit, account_id: UUID, secret: str) -> UUID | None:
    """The session of this secret, if the account was open on other kinds of devices only; None at the first sign-in."""
    opened = db.row(unit, TYPIST, secret=_hash(unit, secret))
    if opened is None:
        return None
    here = db.row(unit, ONE, session=opened.id)
    before = {row.device for row in db.rows(unit, ELSEWHERE, account=account_id, session=opened.id)}
    return opened.id if here is not None and before and here.device not in before else None


def one(unit: db.Unit, session_id: UUID) -> Session | None:
    row = db.row(unit, ONE, session=session_id)
    return Session(*row) if row else None


def mine(unit: db.Unit, account_id: UUID) -> list[Session]:
    return [Session(*row) for row in db.rows(unit, MINE, account=account_id, now=unit.now)]


def end(unit: db.Unit, account_id: UUID, session_id: UUID) -> bool:
    """End one session of an account; False when it has no such open session."""
    table = db.table(SessionRow)
    mine = (table.c.id == session_id) & (table.c.account_id == account_id) & table.c.ended_at.is_(None)
    return db.change(unit, update(table).where(mine).values(ended_at=unit.now)) == 1


def close(unit: db.Unit, secret: str) -> None:
    """Sign out: end the session whose cookie this was."""
    table = db.table(SessionRow)
    db.change(unit, update(table).where(table.c.secret == _hash(unit, secret)).values(ended_at=unit.now))


def _hash(unit: db.Unit, secret: str) -> bytes:
    return _token_hash(unit, guard.form_token(unit.town, secret))


def _token_hash(unit: db.Unit, token: str) -> bytes:
    return crypto.digest(unit.town.keys, "session", token)


def as_actor(unit: db.Unit, account_id: UUID) -> Actor:
    """An account as an actor, outside a session: for what its sign-in set in motion."""
    account = db.row(unit, select(A.id, A.locale).where(A.id == account_id))
    person = db.value(unit, select(L.person_id).where(L.account_id == account_id, L.revoked_at.is_(None)))
    roles = frozenset(Role(role.department, role.function) for role in db.rows(unit, ROLES, account=account_id))
    locale = account.locale if account else "en"
    return Actor(
        account_id=account_id,
        person_id=person,
        level=2 if person else 1,
        roles=roles,
        locale=locale,
        grants=reading.grants(unit, account_id),
    )

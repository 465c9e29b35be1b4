"""Who works here, as an administrator sees them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, func, select

from app.identity.models import Account, Passkey, SessionRow, StaffRole
from app.kit import db, keys
from app.kit.actor import Role
from app.kit.errors import NotFound

A, R, K, S = (db.table(model).c for model in (Account, StaffRole, Passkey, SessionRow))
PASSKEYS = select(func.count()).where(K.account_id == A.id, K.ended_at.is_(None)).scalar_subquery()
SEEN = select(func.max(S.seen_at)).where(S.account_id == A.id).scalar_subquery()
MEMBERS = keys.beside(
    select(
        A.id, A.email, A.name, A.locale, PASSKEYS.label("passkeys"), SEEN.label("seen"), R.department, R.function
    ).join_from(db.table(Account), db.table(StaffRole), R.account_id == A.id),
    A.id,
).order_by(A.id, R.department, R.function)
MEMBER = MEMBERS.where(A.id == bindparam("account"))


@dataclass(frozen=True)
class Member:
    """`name` is `given`, or the address where nobody gave one. `passkeys`: how many let her to the desk; `seen`: when
    she was last here."""

    id: UUID
    name: str
    given: str
    email: str
    locale: str
    roles: frozenset[Role]
    passkeys: int
    seen: datetime | None


def members(unit: db.Unit) -> list[Member]:
    """Everybody with a role, by name."""
    return sorted(_members(unit, db.rows(unit, MEMBERS)), key=lambda member: member.name)


def member(unit: db.Unit, account_id: UUID) -> Member:
    found = _members(unit, db.rows(unit, MEMBER, account=account_id))
    if not found:
        raise NotFound
    return found[0]


def _members(unit: db.Unit, rows: Iterable[db.AnyRow]) -> list[Member]:
    by_account: dict[UUID, list[db.AnyRow]] = {}
    for row in rows:
        by_account.setdefault(row.id, []).append(row)
    return [_member(unit, own) for own in by_account.values()]


def _member(unit: db.Unit, rows: list[db.AnyRow]) -> Member:
    row = rows[0]
    keys.learn(unit, row.id, row)
    email = keys.open(unit, row.id, keys.place(Account, "email", row.id), row.email)
    name = keys.open(unit, row.id, keys.place(Account, "name", row.id), row.name)
    roles = frozenset(Role(each.department, each.function) for each in rows)
    return Member(row.id, name or email, name, email, row.locale, roles, row.passkeys, row.seen)

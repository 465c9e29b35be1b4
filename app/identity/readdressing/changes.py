"""Reading changes of addresses: by account, by the code that proves, by the code that stops."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select

from app.identity.readdressing.models import EmailChange
from app.kit import crypto, db, keys
from app.kit.db import Unit
from app.kit.ids import derived, fold_code

CODE, STOP = "readdressing/code", "readdressing/stop"
LENGTH = 10

C = db.table(EmailChange).c
COLUMNS = (C.id, C.account_id, C.session_id, C.email, C.old, C.until, C.proven_at, C.due, C.standing, C.ended)
ONE = select(*COLUMNS).where(C.id == bindparam("id"))
STANDING = select(*COLUMNS).where(C.standing == bindparam("account"))
BY_CODE = select(*COLUMNS).where(C.code == bindparam("code"), C.standing == bindparam("account"))
BY_STOP = select(*COLUMNS).where(C.stop == bindparam("code"))


@dataclass(frozen=True)
class Change:
    """Both addresses stay sealed until they are needed."""

    id: UUID
    account_id: UUID
    session_id: UUID | None
    email: bytes
    old: bytes
    until: datetime
    proven_at: datetime | None
    due: datetime | None
    standing: UUID | None
    ended: str

    def alive(self, now: datetime) -> bool:
        """Whether it can still come to something: a code that ran out proves nothing more."""
        return self.standing is not None and (self.proven_at is not None or self.until > now)


def one(unit: Unit, change_id: UUID) -> Change | None:
    return _found(db.row(unit, ONE, id=change_id))


def standing(unit: Unit, account_id: UUID) -> Change | None:
    """The change that an account has open, also when its code has run out."""
    return _found(db.row(unit, STANDING, account=account_id))


def by_code(unit: Unit, account_id: UUID, typed: str) -> Change | None:
    """The open change of this account that a typed code proves. The same work for every code."""
    found = _found(db.row(unit, BY_CODE, account=account_id, code=digest(unit, CODE, typed)))
    return found if found and found.proven_at is None and found.alive(unit.now) else None


def by_stop(unit: Unit, typed: str) -> Change | None:
    return _found(db.row(unit, BY_STOP, code=digest(unit, STOP, typed)))


def new_address(unit: Unit, change: Change) -> str:
    return keys.open(unit, change.account_id, keys.place(EmailChange, "email", change.id), change.email)


def old_address(unit: Unit, change: Change) -> str:
    return keys.open(unit, change.account_id, keys.place(EmailChange, "old", change.id), change.old)


def plain(unit: Unit, kind: str, change_id: UUID) -> str:
    """Ten characters, made from the id by a key that only the town has."""
    return derived(unit.town.keys.stable(kind), change_id, LENGTH)


def digest(unit: Unit, kind: str, typed: str) -> bytes:
    return crypto.digest(unit.town.keys, kind, fold_code(typed)[:64])


def _found(row: db.AnyRow | None) -> Change | None:
    return Change(*row) if row else None

"""Recovery codes: eight on a sheet of paper, each opens the account once. New ones end the old ones."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, delete, select, update

from app.identity import accounts
from app.identity.events import RecoveryCodesMade, RecoveryCodeUsed
from app.identity.models import RecoveryCode
from app.kit import crypto, db, events
from app.kit.ids import derived, fold_code, new_id

HOW_MANY, LENGTH = 8, 10
SHOWN = timedelta(minutes=15)
"""How long they can be read after they were made."""

C = db.table(RecoveryCode).c
MINE = select(C.id, C.created_at, C.used_at).where(C.account_id == bindparam("account")).order_by(C.id)
OPEN = select(C.id, C.account_id).where(C.code == bindparam("code"), C.used_at.is_(None))


@dataclass(frozen=True)
class Sheet:
    """The codes of an account. `readable` are the codes themselves, while they are new."""

    made_at: datetime
    left: int
    readable: tuple[str, ...]


def make(unit: db.Unit, account_id: UUID) -> None:
    db.change(unit, delete(db.table(RecoveryCode)).where(C.account_id == account_id))
    for _ in range(HOW_MANY):
        code_id = new_id()
        db.add(
            unit, RecoveryCode, id=code_id, account_id=account_id, code=_hash(unit, _code(unit, code_id)),
            created_at=unit.now, used_at=None,
        )  # fmt: skip
    events.record(unit, RecoveryCodesMade(account_id))


def sheet(unit: db.Unit, account_id: UUID) -> Sheet | None:
    rows = db.rows(unit, MINE, account=account_id)
    if not rows:
        return None
    made, unused = rows[0].created_at, [row for row in rows if row.used_at is None]
    new = made + SHOWN > unit.now and len(unused) == len(rows)
    return Sheet(made, len(unused), tuple(_code(unit, row.id) for row in unused) if new else ())


def use(unit: db.Unit, email: str, typed: str) -> UUID | None:
    """Whose account this address and this code open; the code is used up. The same work for every answer."""
    account = accounts.by_email(unit, email)
    if not spend(unit, account, typed) or account is None:
        return None
    events.record(unit, RecoveryCodeUsed(account))
    return account


def spend(unit: db.Unit, account: UUID | None, typed: str) -> bool:
    """Use up a code of this account; False where it is none. The same work for every answer."""
    found = db.row(unit, OPEN, code=_hash(unit, fold_code(typed)))
    right = found is not None and found.account_id == account
    used = update(db.table(RecoveryCode)).where(
        C.id == (found.id if found and right else new_id()), C.used_at.is_(None)
    )
    return db.change(unit, used.values(used_at=unit.now)) == 1


def _code(unit: db.Unit, code_id: UUID) -> str:
    return derived(unit.town.keys.stable("recovery"), code_id, LENGTH)


def _hash(unit: db.Unit, plain: str) -> bytes:
    return crypto.digest(unit.town.keys, "recovery", plain)

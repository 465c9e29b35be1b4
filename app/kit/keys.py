"""Sealing: a key for each person, each case and the town itself, wrapped by the current root key.

Destroying an owner's key is how we erase: what was sealed with it can never be opened again.
"""

import os
from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, delete, select, update
from sqlmodel import Field, SQLModel

from app.kit import crypto, db
from app.kit.crypto import Unreadable
from app.kit.db import Unit
from app.kit.tables import sealed

TOWN = UUID(int=0)
"""The owner of what belongs to nobody else: its key is made when it is first needed."""

FEW = 500
"""Owners fetched by one statement (databases bound the number of parameters)."""


class Erased(Unreadable):
    """The owner has no key (any more)."""


class SealingKey(SQLModel, table=True):
    """`root` is the number of the root key that wraps `wrapped`."""

    __tablename__ = "sealing_key"

    owner: UUID = Field(primary_key=True)
    root: int = Field(index=True)
    wrapped: bytes = sealed()


K = db.table(SealingKey).c
ONE = select(K.root, K.wrapped).where(K.owner == bindparam("owner"))
MANY = select(K.owner, K.root, K.wrapped).where(K.owner.in_(bindparam("owners", expanding=True)))
STALE = (
    select(K.owner, K.root, K.wrapped)
    .where(K.root != bindparam("current"))
    .order_by(K.owner)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)


def place(model: type[SQLModel], column: str, row_id: UUID) -> str:
    """The context of a sealed column, so that a value moved to another row or column does not open."""
    return f"{model.__tablename__}|{column}|{_written(row_id)}"


@lru_cache(4096)
def _written(row_id: UUID) -> str:
    return str(row_id)


def make(unit: Unit, owner: UUID) -> None:
    """Give a new person or case its key. An owner that has one keeps it."""
    if _find(unit, owner) is None:
        _create(unit, owner)


def beside(statement: db.AnySelect, owner: ColumnElement[Any]) -> db.AnySelect:
    """A list's own question with the key of each line as its last two columns, for `learn` or `open_line`: one
    question, not two."""
    return statement.outerjoin(db.table(SealingKey), K.owner == owner).add_columns(K.root, K.wrapped)


def learn(unit: Unit, owner: UUID, row: db.AnyRow) -> None:
    """Take the key that came with a line. Who has none is erased."""
    known = _known(unit)
    if row.wrapped is not None and owner not in known:
        known[owner] = _unwrap(unit, owner, row.root, row.wrapped)


def open_line(unit: Unit, owner: UUID, row: db.AnyRow, context: str, sealed: bytes) -> str:
    """The same with the key that came with the line, where nothing else of this owner is opened."""
    if row.wrapped is None:
        raise Erased(f"no key for {owner}")
    return crypto.unseal(_unwrap(unit, owner, row.root, row.wrapped), context, sealed).decode()


def fetch(unit: Unit, owners: Iterable[UUID]) -> None:
    """Unwrap many keys with one query, before a list is opened line by line."""
    missing = [owner for owner in dict.fromkeys(owners) if owner not in _known(unit)]
    for start in range(0, len(missing), FEW):
        for owner, root, wrapped in db.rows(unit, MANY, owners=missing[start : start + FEW]):
            _known(unit)[owner] = _unwrap(unit, owner, root, wrapped)


def seal(unit: Unit, owner: UUID, context: str, clear: str | bytes) -> bytes:
    """Seal for one owner and one place; raises Erased when the owner has no key."""
    return crypto.seal(_key(unit, owner), context, clear.encode() if isinstance(clear, str) else clear)


def open(unit: Unit, owner: UUID, context: str, sealed: bytes) -> str:
    """The text again; raises Erased after the key's destruction, Unreadable at the wrong place."""
    return open_bytes(unit, owner, context, sealed).decode()


def open_bytes(unit: Unit, owner: UUID, context: str, sealed: bytes) -> bytes:
    return crypto.unseal(_key(unit, owner), context, sealed)


def destroy(unit: Unit, owner: UUID) -> None:
    """Erase: overwritten before it is deleted, so that the freed page of the file holds no key."""
    table = db.table(SealingKey)
    mine = table.c.owner == owner
    db.change(unit, update(table).where(mine).values(wrapped=os.urandom(_WRAPPED)))
    db.change(unit, delete(table).where(mine))
    _known(unit).pop(owner, None)


def rewrap(unit: Unit, limit: int) -> int:
    """Wrap up to `limit` keys of older roots with the current one; how many. Zero: the rotation is complete."""
    current = unit.town.keys.current
    table = db.table(SealingKey)
    stale = db.rows(unit, STALE, current=current, most=limit)
    for owner, root, wrapped in stale:
        fresh = _wrap(unit, owner, _unwrap(unit, owner, root, wrapped))
        db.change(unit, update(table).where(table.c.owner == owner).values(root=current, wrapped=fresh))
    return len(stale)


def _key(unit: Unit, owner: UUID) -> bytes:
    key = _find(unit, owner)
    if key is not None:
        return key
    if owner == TOWN and unit.writes:
        return _create(unit, owner)
    raise Erased(f"no key for {owner}")


def _find(unit: Unit, owner: UUID) -> bytes | None:
    known = _known(unit)
    if owner not in known:
        found = db.row(unit, ONE, owner=owner)
        if found is None:
            return None
        known[owner] = _unwrap(unit, owner, *found)
    return known[owner]


def _create(unit: Unit, owner: UUID) -> bytes:
    key = os.urandom(32)
    db.add(unit, SealingKey, owner=owner, root=unit.town.keys.current, wrapped=_wrap(unit, owner, key))
    _known(unit)[owner] = key
    return key


def _known(unit: Unit) -> dict[UUID, bytes]:
    """Unwrapped keys live exactly as long as the unit."""
    known: dict[UUID, bytes] = unit.known.setdefault("keys", {})
    return known


def _wrap(unit: Unit, owner: UUID, key: bytes) -> bytes:
    return crypto.seal(unit.town.keys.derive("wrap"), place(SealingKey, "wrapped", owner), key)


def _unwrap(unit: Unit, owner: UUID, root: int, wrapped: bytes) -> bytes:
    return crypto.unseal(unit.town.keys.cipher("wrap", root), place(SealingKey, "wrapped", owner), wrapped)


_WRAPPED = crypto.NONCE + 32 + 16

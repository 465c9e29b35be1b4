"""Files: a row plus sealed parts of at most 1 MiB, written before the row commits and deleted after it.

Each file has a key of its own, kept in its row under the owner's key: receiving needs no transaction, a file changes
hands without being written again, and destroying the owner's key erases it.
"""

import hashlib
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, BinaryIO
from urllib.parse import quote
from uuid import UUID

from sqlalchemy import bindparam, delete, select, update
from sqlmodel import Field, SQLModel

from app.kit import blob_store, crypto, db, keys, pictures
from app.kit.db import Unit
from app.kit.file_types import HEAD, recognise
from app.kit.ids import new_id
from app.kit.tables import moment, sealed
from app.kit.towns import Town

PART = 1024 * 1024 - crypto.NONCE - 16
"""Clear bytes in a part, so that it has at most 1 MiB sealed."""

STRAY = timedelta(hours=48)
UNCHECKED, CLEAN, INFECTED = "unchecked", "clean", "infected"


class Blob(SQLModel, table=True):
    """`key` is the file's own key and `name` its name, both sealed for the owner (a person or a case)."""

    id: UUID = Field(primary_key=True)
    owner: UUID = Field(index=True)
    name: bytes = sealed()
    key: bytes = sealed()
    type: str
    size: int
    sha256: str
    parts: int
    state: str
    created_at: datetime = moment()


@dataclass(frozen=True)
class Received:
    """A file whose parts are in the store but which has no row yet; `type` "" means refused, and nothing is kept."""

    id: UUID
    name: str
    type: str
    size: int
    sha256: str
    parts: int
    key: bytes = field(repr=False)


@dataclass(frozen=True)
class File(Received):
    """A file with its row."""

    state: str
    created_at: datetime


B = db.table(Blob).c
COLUMNS = (B.id, B.owner, B.name, B.key, B.type, B.size, B.sha256, B.parts, B.state, B.created_at)
ONE = select(*COLUMNS).where(B.id == bindparam("id"), B.owner == bindparam("owner"))
ALL = select(*COLUMNS).where(B.owner == bindparam("owner")).order_by(B.id)
KNOWN = select(B.id).where(B.id.in_(bindparam("ids", expanding=True)))


def receive(town: Town, stream: BinaryIO, name: str) -> Received:
    """Seal a stream into the store, a part at a time, while no unit is open. Its type is told by its content; of a
    picture only what is seen is kept, and size and hash are those of what is kept."""
    blob_id, key, whole = new_id(), os.urandom(32), hashlib.sha256()
    part = _read(stream)
    kind = recognise(part[:HEAD])
    size, number = 0, 0
    if pictures.is_picture(kind):
        kind, stream = _bared(kind, part + stream.read())
        part = _read(stream)
    while kind and part:
        blob_store.put(town, blob_id, number, crypto.seal(key, _place(blob_id, number), part))
        whole.update(part)
        size, number = size + len(part), number + 1
        part = _read(stream)
    return Received(blob_id, _bare(name), kind, size or len(part), whole.hexdigest(), number, key)


def attach(unit: Unit, owner: UUID, received: Received) -> UUID:
    """Give a received file its row; the id by which its owner finds it."""
    db.add(
        unit, Blob, id=received.id, owner=owner, type=received.type, size=received.size, sha256=received.sha256,
        parts=received.parts, state=UNCHECKED, created_at=unit.now, **_seals(unit, owner, received),
    )  # fmt: skip
    return received.id


def find(unit: Unit, owner: UUID, blob_id: UUID) -> File | None:
    """A file of this owner; None when it is somebody else's or nobody's."""
    found = db.row(unit, ONE, id=blob_id, owner=owner)
    return _file(unit, found) if found else None


def of_owner(unit: Unit, owner: UUID) -> list[File]:
    return [_file(unit, found) for found in db.rows(unit, ALL, owner=owner)]


def parts(town: Town, file: Received) -> Iterator[bytes]:
    """The content, a part at a time, while no unit is open; raises Unreadable when any byte was changed."""
    for number in range(file.parts):
        yield crypto.unseal(file.key, _place(file.id, number), blob_store.get(town, file.id, number))


def move(unit: Unit, file: File, owner: UUID) -> None:
    """Hand a file to another owner, a draft's to its case for instance."""
    changed = update(db.table(Blob)).where(B.id == file.id)
    db.change(unit, changed.values(owner=owner, **_seals(unit, owner, file)))


def mark(unit: Unit, blob_id: UUID, state: str) -> None:
    """Record what the scan said: clean or infected."""
    db.change(unit, update(db.table(Blob)).where(B.id == blob_id).values(state=state))


def remove(unit: Unit, file: File) -> None:
    """Delete the row, and after the commit its parts (a crash in between leaves a stray for the sweep)."""
    db.change(unit, delete(db.table(Blob)).where(B.id == file.id))
    unit.afterwards.append(lambda: blob_store.remove(unit.town, file.id, file.parts))


def headers(file: File) -> dict[str, str]:
    """How a file is served: to be saved, never to be run."""
    return {
        "Content-Type": file.type,
        "Content-Length": str(file.size),
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name, safe='')}",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }


def sweep(town: Town) -> int:
    """Delete parts that have had no row for 48 hours; how many files that was. A job, with no unit open."""
    strays = 0
    batch: dict[UUID, list[str]] = {}
    for blob_id, paths in blob_store.older(town, town.clock.now() - STRAY):
        batch[blob_id] = paths
        if len(batch) == keys.FEW:
            strays += _sweep(town, batch)
            batch = {}
    return strays + _sweep(town, batch)


def _sweep(town: Town, batch: dict[UUID, list[str]]) -> int:
    with db.read(town) as unit:
        known = {found.id for found in db.rows(unit, KNOWN, ids=list(batch))}
    strays = [paths for blob_id, paths in batch.items() if blob_id not in known]
    for paths in strays:
        blob_store.remove_paths(town, paths)
    return len(strays)


def _read(stream: BinaryIO) -> bytes:
    """A whole part unless the stream ends: a pipe may give less than it is asked for."""
    pieces, wanted = [], PART
    while wanted and (piece := stream.read(wanted)):
        pieces.append(piece)
        wanted -= len(piece)
    return b"".join(pieces)


def _bared(kind: str, content: bytes) -> tuple[str, BinaryIO]:
    try:
        return kind, io.BytesIO(pictures.bare(kind, content))
    except pictures.Broken:
        return "", io.BytesIO(content)


def _bare(name: str) -> str:
    """The last part of a name as any system writes it, without what cannot be printed."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(c for c in last if c.isprintable())[-200:] or "file"


def _file(unit: Unit, row: db.AnyRow) -> File:
    name = keys.open(unit, row.owner, keys.place(Blob, "name", row.id), row.name)
    key = keys.open_bytes(unit, row.owner, keys.place(Blob, "key", row.id), row.key)
    return File(row.id, name, row.type, row.size, row.sha256, row.parts, key, row.state, row.created_at)


def _seals(unit: Unit, owner: UUID, file: Received) -> dict[str, Any]:
    clear = {"name": file.name.encode(), "key": file.key}
    return {
        column: keys.seal(unit, owner, keys.place(Blob, column, file.id), content) for column, content in clear.items()
    }


def _place(blob_id: UUID, number: int) -> str:
    return f"blob_part|{number}|{blob_id}"

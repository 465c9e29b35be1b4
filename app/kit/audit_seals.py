"""What makes tampering with the audit visible: each minute's entries under one Merkle root, chained by a keyed hash.

Whoever can write to the database but has no root key cannot change, remove or add an entry unseen. Cutting off the
newest seals together with their entries shows against the day's root, which is public.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, func, select, update
from sqlmodel import Field, SQLModel

from app.kit import db
from app.kit.audit import AuditEntry, AuditSubject
from app.kit.crypto import Unreadable
from app.kit.db import Unit
from app.kit.tables import moment

AT_ONCE = 5_000
FEW = 500
LATE = timedelta(hours=1)


class AuditSeal(SQLModel, table=True):
    """One link of the chain: `mac` covers the number, the minute, the root and the mac before it."""

    __tablename__ = "audit_seal"

    number: int = Field(primary_key=True)
    minute: datetime = moment(index=True)
    entries: int
    root: bytes
    root_key: int
    mac: bytes


@dataclass(frozen=True)
class _Seal:
    number: int
    minute: datetime
    entries: int
    root: bytes
    root_key: int
    mac: bytes


T, E, S = db.table(AuditSeal).c, db.table(AuditEntry).c, db.table(AuditSubject).c
FIELDS = tuple(column for column in db.table(AuditEntry).columns if column.name != "seal")
READY = select(*FIELDS).where(E.seal.is_(None), E.until <= bindparam("now")).order_by(E.id).limit(AT_ONCE)
SEALED = select(*FIELDS).where(E.seal == bindparam("number")).order_by(E.id)
SUBJECTS = select(S.entry_id, S.person_id).where(S.entry_id.in_(bindparam("ids", expanding=True))).order_by(S.person_id)
SEALS = select(T.number, T.minute, T.entries, T.root, T.root_key, T.mac).order_by(T.number)
START = b"\0" * 32


def seal_minute(unit: Unit) -> int:
    """Seal what has been recorded and no longer changes; how many entries. A job, each minute."""
    entries = db.rows(unit, READY, now=unit.now)
    if not entries:
        return 0
    last = db.row(unit, SEALS.order_by(None).order_by(T.number.desc()).limit(1))
    seal = _Seal(
        last.number + 1 if last else 1,
        unit.now.replace(second=0, microsecond=0),
        len(entries),
        merkle(_leaves(unit, entries)),
        unit.town.keys.current,
        b"",
    )
    mac = _mac(unit, seal, last.mac if last else START)
    db.add(
        unit, AuditSeal, number=seal.number, minute=seal.minute, entries=seal.entries, root=seal.root,
        root_key=seal.root_key, mac=mac,
    )  # fmt: skip
    ids = [entry.id for entry in entries]
    for few in _few(ids):
        db.change(unit, update(db.table(AuditEntry)).where(E.id.in_(few)).values(seal=seal.number))
    return len(entries)


def day_root(unit: Unit, day: date) -> str | None:
    """The public root of all seals of one day in the town's zone; None for a day without."""
    zone = ZoneInfo(unit.town.zone)
    start, end = (datetime.combine(d, time(), zone).astimezone(UTC) for d in (day, day + timedelta(days=1)))
    macs = db.rows(unit, select(T.mac).where(T.minute >= start, T.minute < end).order_by(T.number))
    return merkle([_leaf(row.mac) for row in macs]).hex() if macs else None


def verify(unit: Unit) -> list[str]:
    """Every sign of tampering, as sentences; none when all is well."""
    problems: list[str] = []
    before, number = START, 0
    for row in db.rows(unit, SEALS):
        seal = _Seal(*row)
        for missing in range(number + 1, seal.number):
            problems.append(f"Seal {missing} is missing.")
        problems += _broken(unit, seal, before)
        before, number = seal.mac, seal.number
    return problems + list(_loose(unit))


def merkle(leaves: Sequence[bytes]) -> bytes:
    """The root of a tree of hashes; a node without a neighbour moves up as it is."""
    level = list(leaves)
    while len(level) > 1:
        pairs = [hashlib.sha256(b"\1" + level[at] + level[at + 1]).digest() for at in range(0, len(level) - 1, 2)]
        level = pairs + level[len(level) - len(level) % 2 :]
    return level[0] if level else START


def _broken(unit: Unit, seal: _Seal, before: bytes) -> Iterator[str]:
    name = f"Seal {seal.number} ({seal.minute:%Y-%m-%d %H:%M} UTC)"
    try:
        if not hmac.compare_digest(seal.mac, _mac(unit, seal, before)):
            yield f"{name} does not fit the seal before it: it was changed, or one before it was changed or removed."
    except Unreadable:
        yield f"{name} was made with root key {seal.root_key}, which the keyring does not hold."
    entries = db.rows(unit, SEALED, number=seal.number)
    if len(entries) < seal.entries:
        yield f"{name}: {seal.entries - len(entries)} of {seal.entries} entries were removed."
    elif len(entries) > seal.entries:
        yield f"{name}: {len(entries) - seal.entries} entries were inserted."
    elif merkle(_leaves(unit, entries)) != seal.root:
        yield f"{name}: an entry was changed."


def _loose(unit: Unit) -> Iterator[str]:
    late = select(func.count()).where(E.seal.is_(None), E.until < bindparam("before"))
    if waiting := db.value(unit, late, before=unit.now - LATE):
        yield f"{waiting} entries have waited for their seal for more than an hour: the seal job does not run."
    known = select(T.number)
    if orphans := db.value(unit, select(func.count()).where(E.seal.is_not(None), E.seal.not_in(known))):
        yield f"{orphans} entries name a seal that does not exist."
    if subjects := db.value(unit, select(func.count()).where(S.entry_id.not_in(select(E.id)))):
        yield f"{subjects} persons stand beside entries that do not exist."


def _mac(unit: Unit, seal: _Seal, before: bytes) -> bytes:
    line = f"{seal.number}|{seal.minute.isoformat()}|{seal.entries}|{seal.root_key}|".encode() + seal.root + before
    return hmac.new(unit.town.keys.derive("audit", seal.root_key), line, hashlib.sha256).digest()


def _leaves(unit: Unit, entries: Sequence[db.AnyRow]) -> list[bytes]:
    subjects: dict[UUID, list[str]] = {}
    for few in _few([entry.id for entry in entries]):
        for entry_id, person_id in db.rows(unit, SUBJECTS, ids=few):
            subjects.setdefault(entry_id, []).append(str(person_id))
    return [_leaf(_canonical(entry, subjects.get(entry.id, []))) for entry in entries]


def _canonical(entry: db.AnyRow, persons: list[str]) -> bytes:
    values = {column.name: _plain(value) for column, value in zip(FIELDS, entry, strict=True)}
    return json.dumps({**values, "persons": sorted(persons)}, sort_keys=True, separators=(",", ":")).encode()


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def _leaf(content: bytes) -> bytes:
    return hashlib.sha256(b"\0" + content).digest()


def _few(ids: list[UUID]) -> Iterator[list[UUID]]:
    return (ids[start : start + FEW] for start in range(0, len(ids), FEW))

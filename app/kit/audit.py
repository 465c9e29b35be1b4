"""Who looked at or changed whose data, and why. Plain inserts; `audit_seals` makes tampering visible.

No log, no look: a page about a person is rendered only after the look at it has been written.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import sleep
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlmodel import Field, SQLModel

from app.kit import db
from app.kit.actor import Actor, Role
from app.kit.db import Unit
from app.kit.errors import Busy
from app.kit.ids import new_id
from app.kit.tables import Json, moment
from app.kit.towns import Town

WINDOW = timedelta(minutes=10)
"""Looks of one clerk at one case within it are one entry with a count."""

PAUSES = (0.0, 0.02, 0.1, 0.5)
SYSTEM = "system"


class AuditEntry(SQLModel, table=True):
    """`until`: from then on the entry no longer changes and can be sealed. `function` "" is no member of staff.
    `purpose` is a word of ours and `detail` holds ids: nothing that somebody typed. `shown_from` may be later than
    `at` where a law delays what the person sees."""

    __tablename__ = "audit_entry"

    id: UUID = Field(primary_key=True)
    at: datetime = moment()
    until: datetime = moment()
    account_id: UUID | None
    person_id: UUID | None
    department: str
    function: str
    via: str
    acting_for: UUID | None
    action: str
    subject: UUID | None
    purpose: str
    case_id: UUID | None = Field(index=True)
    count: int
    detail: dict[str, Any] = Field(sa_type=Json)
    shown_from: datetime = moment()
    seal: int | None = Field(index=True)


class AuditSubject(SQLModel, table=True):
    """Whose data an entry is about."""

    __tablename__ = "audit_subject"

    entry_id: UUID = Field(primary_key=True, foreign_key="audit_entry.id")
    person_id: UUID = Field(primary_key=True, index=True)


E = db.table(AuditEntry).c


@dataclass(frozen=True)
class About:
    """What a look was at: a case, whose data it holds, and which of the actor's roles looked."""

    case_id: UUID | None
    persons: tuple[UUID, ...]
    department: str


def record(
    unit: Unit,
    actor: Actor,
    action: str,
    *,
    case_id: UUID | None = None,
    persons: Iterable[UUID] = (),
    purpose: str = "",
    subject: UUID | None = None,
    department: str = "",
    detail: dict[str, str] | None = None,
    shown_from: datetime | None = None,
) -> UUID:
    """Write down a change in its own transaction. `department` tells which of the actor's roles acted."""
    return _insert(
        unit, actor, action, new_id(), unit.now, persons, department,
        case_id=case_id, purpose=purpose, subject=subject, detail=detail or {}, shown_from=shown_from or unit.now,
    )  # fmt: skip


def look(
    town: Town,
    actor: Actor,
    case_id: UUID | None,
    persons: Iterable[UUID],
    purpose: str,
    *,
    department: str = "",
    action: str = "looked",
) -> None:
    """Write down a look, in a unit apart: before another opens, or through `look_first`. Raises Busy if it cannot."""
    look_at_all(town, actor, [About(case_id, tuple(persons), department)], purpose, action)


def look_at_all(town: Town, actor: Actor, about: Sequence[About], purpose: str, action: str) -> None:
    """Write down a look at several cases at once, in a unit apart. Raises Busy if it cannot."""
    for pause in PAUSES:
        sleep(pause)
        try:
            with db.apart(town) as unit:
                for each in about:
                    _look(unit, actor, each.case_id, sorted(set(each.persons)), purpose, each.department, action)
        except db.Conflict:
            continue
        return
    raise Busy


def look_at_all_first(unit: Unit, actor: Actor, about: Sequence[About], purpose: str, *, action: str) -> None:
    """Have the edge write it between the end of this unit and the rendering of the page."""
    unit.afterwards.append(lambda: look_at_all(unit.town, actor, about, purpose, action))


def look_first(
    unit: Unit,
    actor: Actor,
    case_id: UUID | None,
    persons: Iterable[UUID],
    purpose: str,
    *,
    department: str = "",
    action: str = "looked",
) -> None:
    """Have the edge write the look between the end of this unit and the rendering of the page."""
    whom = tuple(persons)
    unit.afterwards.append(lambda: look(unit.town, actor, case_id, whom, purpose, department=department, action=action))


def _look(
    unit: Unit, actor: Actor, case_id: UUID | None, persons: list[UUID], purpose: str, department: str, action: str
) -> None:
    window = _window(unit.now)
    entry_id = _look_id(window, actor, case_id, purpose, department, action, *persons)
    table = db.table(AuditEntry)
    again = update(table).where(E.id == entry_id, E.seal.is_(None)).values(count=E.count + 1)
    if db.change(unit, again):
        return
    if db.row(unit, select(E.id).where(E.id == entry_id, E.seal.is_not(None))) is not None:
        # A clock was turned back: what is sealed is left alone.
        entry_id = new_id()
    _insert(
        unit, actor, action, entry_id, window + WINDOW, persons, department,
        case_id=case_id, purpose=purpose, subject=None, detail={}, shown_from=unit.now,
    )  # fmt: skip


def _insert(
    unit: Unit,
    actor: Actor,
    action: str,
    entry_id: UUID,
    until: datetime,
    persons: Iterable[UUID],
    department: str,
    **values: Any,
) -> UUID:
    role = _role(actor, department)
    db.add(
        unit, AuditEntry, id=entry_id, at=unit.now, until=until, account_id=actor.account_id,
        person_id=actor.person_id, department=role.department, function=role.function, via=actor.via,
        acting_for=actor.acting_for, action=action, count=1, seal=None, **values,
    )  # fmt: skip
    for person_id in dict.fromkeys(persons):
        db.add(unit, AuditSubject, entry_id=entry_id, person_id=person_id)
    return entry_id


def _role(actor: Actor, department: str) -> Role:
    if actor.via == SYSTEM:
        return Role(department, SYSTEM)
    mine = sorted(actor.roles, key=lambda role: (role.department != department, role.department, role.function))
    return mine[0] if mine else Role("", "")


def _window(now: datetime) -> datetime:
    span = WINDOW.total_seconds()
    return datetime.fromtimestamp(now.timestamp() // span * span, UTC)


def _look_id(window: datetime, actor: Actor, *about: object) -> UUID:
    """The same UUIDv7 for the same look in the same window, so that the primary key counts instead of a search."""
    words = json.dumps([str(part) for part in (actor.account_id, actor.acting_for, actor.via, *about)])
    chance = int.from_bytes(hashlib.sha256(words.encode()).digest()[:10])
    bits = int(window.timestamp() * 1000) << 80 | chance
    return UUID(int=bits & ~(0xF << 76) & ~(0x3 << 62) | 0x7 << 76 | 0x2 << 62)

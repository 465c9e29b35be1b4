"""Codes that say who somebody is: made at the window or for a letter, entered once by whoever is signed in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app.identity.linking.events import LinkCodeMade
from app.identity.linking.models import LinkCode
from app.identity.linking.seen import COUNTER
from app.kit import audit, crypto, db, events
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_
from app.kit.ids import derived, fold_code, new_id

LIFE = timedelta(days=14)
SHOWN = timedelta(minutes=15)
"""How long a slip can be read and printed after it was made."""
LENGTH = 10

C = db.table(LinkCode).c
STANDING = select(C.id, C.person_id, C.how, C.seen, C.by, C.account_id).where(
    C.code == bindparam("code"), C.standing.is_not(None), C.until > bindparam("now")
)
FRESH = select(C.id, C.person_id, C.until).where(
    C.id == bindparam("id"),
    C.person_id == bindparam("person"),
    C.by == bindparam("by"),
    C.standing.is_not(None),
    C.created_at > bindparam("since"),
)


class Oneself(Refused):
    """A clerk who says that she is somebody has nobody who looked."""

    title = N_("You cannot say who you are yourself")
    words = N_("This is your own record. Ask a colleague to look at your document and to make the code.")


@dataclass(frozen=True)
class Found:
    """A code that opens something now."""

    id: UUID
    person_id: UUID
    how: str
    seen: str
    by: UUID | None
    account_id: UUID | None

    def opens_for(self, account_id: UUID) -> bool:
        """Not for the clerk who made it, and a letter only for who asked for it."""
        return self.by != account_id and self.account_id in (None, account_id)


@dataclass(frozen=True)
class Slip:
    """A code as it is printed, for some minutes."""

    code: str
    until: datetime


def at_counter(unit: Unit, clerk: Actor, person_id: UUID, seen: str) -> UUID:
    """A clerk has seen who it is. The code that stood before opens nothing any more."""
    if clerk.person_id == person_id:
        raise Oneself
    code_id = make(unit, person_id, COUNTER, LIFE, seen=seen, by=clerk.account_id)
    audit.record(unit, clerk, "identified", persons=(person_id,), subject=person_id, purpose=f"seen:{seen}")
    return code_id


def make(
    unit: Unit,
    person_id: UUID,
    how: str,
    life: timedelta,
    *,
    seen: str = "",
    by: UUID | None = None,
    account_id: UUID | None = None,
) -> UUID:
    code_id = new_id()
    mine = (C.standing == person_id) & (C.how == how)
    db.change(unit, update(db.table(LinkCode)).where(mine).values(standing=None))
    db.add(
        unit, LinkCode, id=code_id, code=_hash(unit, code(unit, code_id)), person_id=person_id, how=how, seen=seen,
        by=by, account_id=account_id, created_at=unit.now, until=unit.now + life, standing=person_id, used_at=None,
    )  # fmt: skip
    events.record(unit, LinkCodeMade(person_id, code_id))
    return code_id


def find(unit: Unit, typed: str) -> Found | None:
    """What was typed, if it stands. The same query for wrong, used and expired ones."""
    row = db.row(unit, STANDING, code=_hash(unit, fold_code(typed)), now=unit.now)
    return Found(*row) if row else None


def use_up(unit: Unit, found: Found) -> bool:
    table = db.table(LinkCode)
    mine = (table.c.id == found.id) & table.c.standing.is_not(None)
    return db.change(unit, update(table).where(mine).values(standing=None, used_at=unit.now)) == 1


def slip(unit: Unit, clerk: Actor, person_id: UUID, code_id: UUID) -> Slip | None:
    """For the clerk who made it, while it is new."""
    row = db.row(unit, FRESH, id=code_id, person=person_id, by=clerk.account_id, since=unit.now - SHOWN)
    return Slip(written(code(unit, row.id)), row.until) if row else None


def code(unit: Unit, code_id: UUID) -> str:
    return derived(unit.town.keys.stable("person-link"), code_id, LENGTH)


def written(plain: str) -> str:
    """As it is printed: two groups that can be read aloud."""
    return f"{plain[:5]}-{plain[5:]}"


def _hash(unit: Unit, plain: str) -> bytes:
    return crypto.digest(unit.town.keys, "person-link", plain[:64])

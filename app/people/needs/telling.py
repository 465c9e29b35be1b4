"""Telling what one needs, once: by the person herself, or by a clerk with her agreement. What was told before stays to
be read. Every SELECT of needs is here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, or_, select, update

from app.kit import db, keys
from app.kit.db import Unit
from app.kit.ids import new_id
from app.people.models import AccessNeed

REGISTER, SELF, CLERK = "register", "self", "clerk"
HOW = ("spoken", "phone", "signed")
"""How the person agreed that a clerk writes it down."""

A = db.table(AccessNeed).c
HERS = or_(A.person_id == bindparam("person"), A.account_id == bindparam("account"))
CURRENT = select(*A).where(HERS, A.ended_at.is_(None)).order_by(A.since, A.id)
SINCE = (
    select(A.id)
    .where(HERS, A.need == bindparam("need"), or_(A.ended_at.is_(None), A.ended_at > bindparam("moment")))
    .limit(1)
)
ALL = select(*A).where(HERS).order_by(A.since.desc(), A.id.desc()).limit(200)
NOBODY = UUID(int=0)


@dataclass(frozen=True)
class Whose:
    """A person of the record, an account, or both where it is known that they are one."""

    person_id: UUID | None
    account_id: UUID | None

    @property
    def asked(self) -> dict[str, UUID]:
        return {"person": self.person_id or NOBODY, "account": self.account_id or NOBODY}


@dataclass(frozen=True)
class Told:
    """`words` say more: who helps. `source`: register, self or clerk; `how` is one of HOW where a clerk wrote it."""

    need: str
    words: str
    source: str
    how: str
    since: datetime
    ended: datetime | None


@dataclass(frozen=True)
class By:
    """Who tells it: from which source, and how it was agreed."""

    source: str
    account_id: UUID | None
    how: str = ""


def current(unit: Unit, whose: Whose) -> tuple[Told, ...]:
    """What is needed now, what was told first at the top."""
    return tuple(_told(unit, row) for row in db.rows(unit, CURRENT, **whose.asked))


def names(unit: Unit, whose: Whose) -> tuple[str, ...]:
    """The same as words of ours only; nothing sealed is opened."""
    return tuple(dict.fromkeys(row.need for row in db.rows(unit, CURRENT, **whose.asked)))


def needed_since(unit: Unit, whose: Whose, need: str, moment: datetime) -> bool:
    """Whether it is needed, or still was at this moment: a promise that was made then is kept."""
    return bool(db.rows(unit, SINCE, need=need, moment=moment, **whose.asked))


def history(unit: Unit, whose: Whose) -> tuple[Told, ...]:
    """All that was ever told, the newest first."""
    return tuple(_told(unit, row) for row in db.rows(unit, ALL, **whose.asked))


def tell(unit: Unit, whose: Whose, needs: Mapping[str, str], by: By) -> bool:
    """From now on exactly these, each with its words ("" for none); whether anything changed."""
    table, changed, kept = db.table(AccessNeed), False, set[str]()
    for row in db.rows(unit, CURRENT, **whose.asked):
        if row.need in needs and row.need not in kept and _words(unit, row) == needs[row.need]:
            kept.add(row.need)
            continue
        db.change(unit, update(table).where(table.c.id == row.id).values(ended_at=unit.now, ended_by=by.account_id))
        changed = True
    for need, words in needs.items():
        if need not in kept:
            _add(unit, whose, need, words, by)
            changed = True
    return changed


def _add(unit: Unit, whose: Whose, need: str, words: str, by: By) -> None:
    row_id = new_id()
    owner = whose.person_id or whose.account_id
    if owner is None:
        raise ValueError("a need is somebody's")
    db.add(
        unit, AccessNeed, id=row_id, person_id=whose.person_id,
        account_id=None if whose.person_id else whose.account_id, need=need,
        words=keys.seal(unit, owner, keys.place(AccessNeed, "words", row_id), words) if words else None,
        source=by.source, how=by.how, by=by.account_id, since=unit.now, ended_at=None, ended_by=None,
    )  # fmt: skip


def _told(unit: Unit, row: db.AnyRow) -> Told:
    return Told(row.need, _words(unit, row), row.source, row.how, row.since, row.ended_at)


def _words(unit: Unit, row: db.AnyRow) -> str:
    if row.words is None:
        return ""
    return keys.open(unit, row.person_id or row.account_id, keys.place(AccessNeed, "words", row.id), row.words)

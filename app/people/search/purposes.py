"""What a member of staff looks at people for: said once for a session of work, written with every look, over after some
hours. Every SELECT of it is here."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, select

from app.kit import db, keys
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.ids import new_id
from app.people.models import LookPurpose

LASTS = timedelta(hours=4)
MARK = "looking"
"""How an entry of the audit begins whose purpose is one of these."""

L = db.table(LookPurpose).c
LATEST = (
    select(L.id, L.code, L.words, L.at, L.until)
    .where(L.session_id == bindparam("session"), L.account_id == bindparam("account"))
    .order_by(L.id.desc())
    .limit(1)
)


@dataclass(frozen=True)
class Purpose:
    """`code` is a phrase of the town; `words` what was said beside it; `over`: it holds no more."""

    id: UUID
    code: str
    words: str
    at: datetime
    until: datetime
    over: bool

    @property
    def written(self) -> str:
        """As an entry of the audit names it: ids and words of ours only."""
        return f"{MARK} {self.code} {self.id}"


def choose(unit: Unit, actor: Actor, code: str, words: str) -> None:
    """From now on, for some hours, looks of this session are for this."""
    row_id = new_id()
    keys.make(unit, row_id)
    db.add(
        unit, LookPurpose, id=row_id, session_id=actor.session_id, account_id=actor.account_id, code=code,
        words=keys.seal(unit, row_id, keys.place(LookPurpose, "words", row_id), words),
        at=unit.now, until=unit.now + LASTS,
    )  # fmt: skip


def chosen(unit: Unit, actor: Actor) -> Purpose | None:
    """What this session looks for; also when that is over."""
    row = db.row(unit, LATEST, session=actor.session_id, account=actor.account_id)
    if row is None:
        return None
    return Purpose(row.id, row.code, _words(unit, row), row.at, row.until, row.until <= unit.now)


def code_of(written: str) -> str:
    """The phrase of a purpose that stands in an entry; "" where it is another kind of purpose."""
    mark, _, rest = written.partition(" ")
    return rest.partition(" ")[0] if mark == MARK else ""


def _words(unit: Unit, row: db.AnyRow) -> str:
    return keys.open(unit, row.id, keys.place(LookPurpose, "words", row.id), row.words)

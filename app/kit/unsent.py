"""What was typed on a page whose session had ended meanwhile: sealed, for a day, for nobody but whoever typed it."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, delete, select
from sqlmodel import Field, SQLModel

from app.kit import db, keys
from app.kit.actor import Actor
from app.kit.errors import TooLarge
from app.kit.ids import new_id
from app.kit.inputs import Form
from app.kit.tables import key, moment, sealed
from app.kit.towns import Town

LIFE = timedelta(hours=24)
MOST = 256 * 1024
"""Bytes of one form; no page of ours takes as much text."""


class UnsentForm(SQLModel, table=True):
    """Sealed under a key of its own. `account_id` is who typed it; None: a guest, whose page only a code opens."""

    __tablename__ = "unsent_form"

    id: UUID = key()
    account_id: UUID | None = Field(default=None)
    form: bytes = sealed()
    until: datetime = moment(index=True)


U = db.table(UnsentForm).c
ONE = select(U.account_id, U.form).where(U.id == bindparam("id"), U.until > bindparam("now"))
OLD = select(U.id).where(U.until < bindparam("now")).limit(200)


@dataclass(frozen=True)
class Unsent:
    """What was typed; `files`: there were files too, which are not kept."""

    form: Form
    files: bool


def keep(town: Town, account_id: UUID | None, path: str, form: Form) -> UUID:
    """Keep what was typed on the page at this path below the locale. Never inside a unit."""
    texts = {name: list(values) for name, values in form.texts.items() if name != "_token"}
    clear = json.dumps({"path": path, "texts": texts, "files": bool(form.files)}).encode()
    if len(clear) > MOST:
        raise TooLarge
    kept = new_id()
    with db.apart(town) as unit:
        keys.make(unit, kept)
        form_sealed = keys.seal(unit, kept, keys.place(UnsentForm, "form", kept), clear)
        db.add(unit, UnsentForm, id=kept, account_id=account_id, form=form_sealed, until=unit.now + LIFE)
    return kept


def find(unit: db.Unit, actor: Actor, kept: UUID, path: str) -> Unsent | None:
    """What this actor typed at this path; None when it is somebody else's, or of another page, or too old."""
    row = db.row(unit, ONE, id=kept, now=unit.now)
    if row is None or row.account_id not in (None, actor.account_id):
        return None
    found = json.loads(keys.open(unit, kept, keys.place(UnsentForm, "form", kept), row.form))
    return Unsent(Form(found["texts"]), found["files"]) if found["path"] == path else None


def sweep(unit: db.Unit) -> int:
    """Delete what nobody came back for, and its keys; how many forms that were."""
    old = [row.id for row in db.rows(unit, OLD, now=unit.now)]
    for kept in old:
        keys.destroy(unit, kept)
    return db.change(unit, delete(db.table(UnsentForm)).where(U.id.in_(old))) if old else 0

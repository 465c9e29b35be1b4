"""The demo's mailbox: every mail, text message and letter that went out, for whoever tries the demo."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import bindparam, select

from app.kit import db, keys
from app.kit.db import Unit
from app.kit.ids import new_id
from app.notifications.models import MailboxItem
from app.notifications.rendering import Message

M = db.table(MailboxItem).c
NEWEST = select(M.id, M.at, M.content).order_by(M.id.desc()).limit(bindparam("most"))
_MESSAGE: TypeAdapter[Message] = TypeAdapter(Message)


@dataclass(frozen=True)
class Item:
    id: UUID
    at: datetime
    message: Message


def keep(unit: Unit, message: Message) -> None:
    item_id = new_id()
    sealed = keys.seal(unit, keys.TOWN, keys.place(MailboxItem, "content", item_id), _MESSAGE.dump_json(message))
    db.add(unit, MailboxItem, id=item_id, at=unit.now, content=sealed)


def items(unit: Unit, most: int) -> list[Item]:
    """What went out, the newest first."""
    return [Item(row.id, row.at, _open(unit, row)) for row in db.rows(unit, NEWEST, most=most)]


def _open(unit: Unit, row: db.AnyRow) -> Message:
    place = keys.place(MailboxItem, "content", row.id)
    return _MESSAGE.validate_json(keys.open_bytes(unit, keys.TOWN, place, row.content))

"""A notice as sealed bytes and back."""

from uuid import UUID

from pydantic import TypeAdapter

from app.kit import db, keys
from app.kit.db import Unit
from app.notifications.models import NoticeRow
from app.notifications.notice import Notice

_NOTICE: TypeAdapter[Notice] = TypeAdapter(Notice)


def owner_of(notice: Notice) -> UUID:
    """Whose key seals it: what is about a case lives and ends with the case."""
    recipient = notice.recipient
    return notice.owner or notice.case_id or recipient.person_id or recipient.account_id or keys.TOWN


def seal(unit: Unit, notice_id: UUID, notice: Notice) -> bytes:
    return keys.seal(unit, owner_of(notice), _place(notice_id), _NOTICE.dump_json(notice))


def open_row(unit: Unit, row: db.AnyRow) -> Notice:
    """The notice of a row that has `id`, `owner` and `content`; raises Erased when its owner was erased."""
    return _NOTICE.validate_json(keys.open_bytes(unit, row.owner, _place(row.id), row.content))


def _place(notice_id: UUID) -> str:
    return keys.place(NoticeRow, "content", notice_id)

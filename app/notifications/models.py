"""Tables of notices. Whom, what and where to is sealed; which kind, which channel and when is clear."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import Json, moment, sealed

QUEUED, SENT, FAILED, BOUNCED = "queued", "sent", "failed", "bounced"


class NoticeRow(SQLModel, table=True):
    """`content` is the notice as it was given, sealed for `owner`; a one-time link stands in it as a blank."""

    __tablename__ = "notice"

    id: UUID = Field(primary_key=True)
    owner: UUID = Field(index=True)
    account_id: UUID | None = Field(index=True)
    person_id: UUID | None = Field(index=True)
    case_id: UUID | None = Field(index=True)
    kind: str
    locale: str
    content: bytes = sealed()
    created_at: datetime = moment()
    read_at: datetime | None = moment(nullable=True)


class Delivery(SQLModel, table=True):
    """One notice by one channel. Its id is also the Message-ID of the mail, and the key of the text message."""

    id: UUID = Field(primary_key=True)
    notice_id: UUID = Field(foreign_key="notice.id", index=True)
    channel: str
    state: str
    reason: str
    at: datetime = moment()


class Letter(SQLModel, table=True):
    """A delivery on paper, print-ready, until somebody has printed and posted it. The id is the delivery's."""

    id: UUID = Field(primary_key=True, foreign_key="delivery.id")
    html: bytes = sealed()
    printed_at: datetime | None = moment(nullable=True, index=True)


class Preference(SQLModel, table=True):
    """The channels an account wants, in order."""

    account_id: UUID = Field(primary_key=True)
    channels: list[str] = Field(sa_type=Json)
    at: datetime = moment()


class MailboxItem(SQLModel, table=True):
    """In the demo only: what went out, sealed under the town's own key."""

    __tablename__ = "mailbox_item"

    id: UUID = Field(primary_key=True)
    at: datetime = moment()
    content: bytes = sealed()

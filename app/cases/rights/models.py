"""Tables of what the law grants around a decision."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import moment, sealed


class Extension(SQLModel, table=True):
    """The time to decide was made longer by so many `days`, as the term counts them: from the day it was due to
    `until`. `words` are the reasons by locale; `who` gave them."""

    __tablename__ = "case_extension"

    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    at: datetime = moment()
    due: date
    until: date
    days: int
    account_id: UUID | None
    who: bytes = sealed()
    words: bytes = sealed()


class Outage(SQLModel, table=True):
    """The portal did not work, from `since` to `until` (None while it lasts). One that was written down wrongly stays,
    and the row that corrects it names it (`replaces`)."""

    id: UUID = Field(primary_key=True)
    at: datetime = moment()
    since: datetime = moment()
    until: datetime | None = moment(nullable=True)
    replaces: UUID | None
    account_id: UUID | None


class OutageEffect(SQLModel, table=True):
    """A day of a case that an outage moved, and of which the person was told; once for each outage. `whose`: person
    or office."""

    __tablename__ = "outage_effect"

    id: UUID = Field(primary_key=True)
    outage_id: UUID = Field(foreign_key="outage.id")
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    at: datetime = moment()
    whose: str
    before: date
    after: date


class Appeal(SQLModel, table=True):
    """An appeal, by the id that its draft and its case share, and the case it is about."""

    id: UUID = Field(primary_key=True)
    first_id: UUID = Field(foreign_key="case_file.id", index=True)
    at: datetime = moment()


class ServedNotification(SQLModel, table=True):
    """A decision that is served, with the evidence: what (`sha256` of the document), how (`channel`: portal or letter),
    made available (`at`), until when it may lie unopened, and what became of it: available, opened, refused, expired,
    replaced (by a correction); when (`settled_at`) and by whom (`account_id`)."""

    __tablename__ = "served_notification"

    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    document_id: UUID
    sha256: str
    at: datetime = moment()
    channel: str
    until: date | None
    state: str
    settled_at: datetime | None = moment(nullable=True)
    account_id: UUID | None

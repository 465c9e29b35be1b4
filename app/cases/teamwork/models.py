"""Tables of tasks, of mentions and of links between cases. What was written is sealed under the case's key."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import moment, sealed


class CaseTask(SQLModel, table=True):
    """Something that has to be done for a case: what, who, until when."""

    __tablename__ = "case_task"

    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    what: bytes = sealed()
    account_id: UUID = Field(foreign_key="account.id", index=True)
    until: date | None
    made_by: UUID = Field(foreign_key="account.id")
    made_at: datetime = moment()
    done_by: UUID | None = Field(default=None, foreign_key="account.id")
    done_at: datetime | None = moment(default=None, nullable=True)


class NoteMention(SQLModel, table=True):
    """A colleague was named in a note; she finds it on her start page until she has seen it."""

    __tablename__ = "note_mention"

    id: UUID = Field(primary_key=True)
    note_id: UUID = Field(foreign_key="case_note.id", index=True)
    case_id: UUID = Field(foreign_key="case_file.id")
    account_id: UUID = Field(foreign_key="account.id", index=True)
    by: UUID | None
    at: datetime = moment()
    seen_at: datetime | None = moment(default=None, nullable=True)


class CaseLink(SQLModel, table=True):
    """A clerk says that two cases belong together; a row each way."""

    __tablename__ = "case_link"

    case_id: UUID = Field(primary_key=True, foreign_key="case_file.id")
    other: UUID = Field(primary_key=True, foreign_key="case_file.id")
    by: UUID = Field(foreign_key="account.id")
    at: datetime = moment()

"""Tables of what is done to many cases at once."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import key, moment


class CaseBatch(SQLModel, table=True):
    """Something that a member of staff did to many cases at once. `kind`: give, take, leave, note or step; `to_account`
    who was given them. A step is a transition of a service, and is taken at `due_at`."""

    __tablename__ = "case_batch"

    id: UUID = key()
    account_id: UUID = Field(foreign_key="account.id", index=True)
    at: datetime = moment()
    kind: str
    to_account: UUID | None = Field(default=None, foreign_key="account.id")
    service: str = ""
    transition: str = ""
    due_at: datetime | None = moment(default=None, nullable=True)
    undone_at: datetime | None = moment(default=None, nullable=True)


class CaseBatchLine(SQLModel, table=True):
    """What became of one case of a batch: `result` is done, planned, or why not; `before` who had it,
    `note_id` the note that was written; `undone` is done, or why not, once the batch was taken back."""

    __tablename__ = "case_batch_line"

    id: UUID = Field(primary_key=True)
    batch_id: UUID = Field(foreign_key="case_batch.id", index=True)
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    result: str
    before: UUID | None
    note_id: UUID | None
    undone: str

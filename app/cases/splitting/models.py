"""The table of splits. What was chosen stays in the first case, under its key, and is read beside."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import json, moment, sealed


class CaseSplit(SQLModel, table=True):
    """A second case was opened from a first. `messages` and `files` are ids of those that belong to the second; the
    reason is sealed under the first one's key."""

    __tablename__ = "case_split"

    case_id: UUID = Field(primary_key=True, foreign_key="case_file.id")
    first_id: UUID = Field(foreign_key="case_file.id", index=True)
    at: datetime = moment()
    account_id: UUID | None = Field(default=None, foreign_key="account.id")
    reason: bytes = sealed()
    messages: list[str] = json()
    files: list[str] = json()
    undone_at: datetime | None = moment(default=None, nullable=True)

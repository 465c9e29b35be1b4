"""The table of mergers. Nothing of a merged case moves: its rows stay under its own key and are read beside."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import moment


class CaseMerger(SQLModel, table=True):
    """A case was merged into another. `one_applicant`: both were sent by the same person, as far as the town knows.
    `yours` and `stopped` are what the merged one was before."""

    __tablename__ = "case_merger"

    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    into_id: UUID = Field(foreign_key="case_file.id", index=True)
    at: datetime = moment()
    account_id: UUID | None = Field(default=None, foreign_key="account.id")
    one_applicant: bool
    yours: bool
    stopped: bool
    undone_at: datetime | None = moment(default=None, nullable=True)

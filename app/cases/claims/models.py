"""Tables of claims by a code."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import key, moment, sealed


class ClaimCode(SQLModel, table=True):
    """An account wants to take in the case of a reference. `asked` is what was typed; `case_id` if there is such a
    case of nobody and its code was sent. `code` is a keyed hash and opens for this account only."""

    __tablename__ = "claim_code"

    id: UUID = key()
    account_id: UUID = Field(foreign_key="account.id", index=True)
    code: bytes = Field(index=True)
    asked: bytes = sealed()
    case_id: UUID | None = Field(default=None, foreign_key="case_file.id")
    until: datetime = moment()
    used_at: datetime | None = moment(default=None, nullable=True)

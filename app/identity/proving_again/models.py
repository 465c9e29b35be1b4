"""The table of second proofs."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import key, moment


class SecondProof(SQLModel, table=True):
    """One at a time in a session, for one `aim`. Until `proven_at` is set, `code` (a keyed hash) proves it, until
    `until`; from then on it holds until `until`, and is gone once it was used."""

    __tablename__ = "second_proof"

    id: UUID = key()
    account_id: UUID = Field(foreign_key="account.id", index=True)
    session_id: UUID = Field(unique=True)
    aim: str
    code: bytes = Field(unique=True)
    until: datetime = moment(index=True)
    proven_at: datetime | None = moment(default=None, nullable=True)

"""Tables of changing an account's e-mail address."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import key, moment, sealed


class EmailChange(SQLModel, table=True):
    """The owner wants another address (`email`) instead of `old`. `code` proves the new one until `until`, `stop` is
    what the old one says no with; both are keyed hashes. It takes effect at `due`, some days after `proven_at`.
    `session_id` is where she asked: that place stays signed in. `standing` is the account while it is open; `ended`
    says how it went: done, stopped, replaced, overtaken, taken, closed."""

    __tablename__ = "email_change"

    id: UUID = key()
    account_id: UUID = Field(foreign_key="account.id", index=True)
    session_id: UUID | None
    email: bytes = sealed()
    old: bytes = sealed()
    code: bytes = Field(unique=True)
    stop: bytes = Field(unique=True)
    created_at: datetime = moment()
    until: datetime = moment()
    proven_at: datetime | None = moment(default=None, nullable=True)
    due: datetime | None = moment(default=None, nullable=True)
    standing: UUID | None = Field(default=None, unique=True)
    ended: str

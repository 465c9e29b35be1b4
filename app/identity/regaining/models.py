"""Tables of regaining an account."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import key, moment, sealed


class Regaining(SQLModel, table=True):
    """A clerk has seen who it is: this account gets another e-mail address at `due`, unless its old contact says no.
    `seen` is what she was shown. `code` is the keyed hash that stops it. `standing` is the account while it waits."""

    id: UUID = key()
    account_id: UUID = Field(foreign_key="account.id", index=True)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    email: bytes = sealed()
    seen: str
    by: UUID | None = Field(default=None, foreign_key="account.id")
    code: bytes = Field(unique=True)
    created_at: datetime = moment()
    due: datetime = moment()
    standing: UUID | None = Field(default=None, unique=True)
    ended: str

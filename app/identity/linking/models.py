"""Tables of identifying: codes that make an account a person's."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from app.kit.tables import key, moment, sealed


class LinkCode(SQLModel, table=True):
    """Whoever enters it while signed in is this person. `how`: counter, letter; `seen` is what the clerk was shown, ""
    for a letter. `account_id` is who asked for a letter: nobody else can use it. `standing` is the person while the
    code opens anything: of each way one stands, the newest. `code` is a keyed hash; the code itself is derived from
    the id."""

    __tablename__ = "link_code"
    __table_args__ = (UniqueConstraint("standing", "how"),)

    id: UUID = key()
    code: bytes = Field(unique=True)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    how: str
    seen: str
    by: UUID | None = Field(default=None, foreign_key="account.id")
    account_id: UUID | None = Field(default=None, foreign_key="account.id")
    created_at: datetime = moment()
    until: datetime = moment()
    standing: UUID | None
    used_at: datetime | None = moment(default=None, nullable=True)


class LetterAsked(SQLModel, table=True):
    """Somebody asked for a code by post. `asked` is what she typed of herself; gone as soon as it was looked at."""

    __tablename__ = "letter_asked"

    id: UUID = key()
    account_id: UUID = Field(foreign_key="account.id")
    asked: bytes = sealed()
    at: datetime = moment()

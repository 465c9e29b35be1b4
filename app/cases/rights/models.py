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

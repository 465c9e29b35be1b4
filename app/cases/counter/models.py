"""What is kept of a case that staff took in for somebody; sealed under the key of the case."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import moment, sealed


class Intake(SQLModel, table=True):
    """How staff knew who it was, and how she stood behind what was written down: `who` declared it, before whom."""

    id: UUID = Field(primary_key=True, foreign_key="case_file.id")
    at: datetime = moment()
    account_id: UUID | None
    known: str
    declared: str
    who: bytes = sealed()
    clerk: bytes = sealed()
    came: date | None


class Call(SQLModel, table=True):
    """Somebody called, came by or wrote, with a case or without one; under a key of its own. `person_id` is known by
    the number of her document, else `name` is what she said."""

    id: UUID = Field(primary_key=True)
    at: datetime = moment()
    person_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)
    case_id: UUID | None = Field(default=None, foreign_key="case_file.id", index=True)
    channel: str
    department: str
    account_id: UUID | None
    clerk: bytes = sealed()
    name: bytes = sealed()
    about: bytes = sealed()
    outcome: bytes = sealed()

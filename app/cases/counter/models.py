"""What is kept of a case that staff took in for somebody; sealed under the key of the case."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import Sealed, moment, sealed


class Intake(SQLModel, table=True):
    """How staff knew who it was, and how she stood behind what was written down: `who` declared it, before whom; by a
    code also where that was sent to (`contact`, masked) and when."""

    id: UUID = Field(primary_key=True, foreign_key="case_file.id")
    at: datetime = moment()
    account_id: UUID | None
    known: str
    declared: str
    who: bytes = sealed()
    clerk: bytes = sealed()
    came: date | None
    contact: bytes | None = Field(default=None, sa_type=Sealed)
    code_at: datetime | None = moment(default=None, nullable=True)


class DeclarationCode(SQLModel, table=True):
    """A code that was sent to somebody who declares what a clerk wrote down. `code` is a keyed hash, `digest` of which
    answers it is, `contact` where it went, masked. Forgotten after a day; the submission keeps what matters."""

    __tablename__ = "declaration_code"

    id: UUID = Field(primary_key=True)
    draft_id: UUID = Field(index=True)
    digest: str
    channel: str
    contact: bytes = sealed()
    code: bytes
    created_at: datetime = moment()
    until: datetime = moment(index=True)
    tries: int


class SpokenChoice(SQLModel, table=True):
    """How staff knew who chose in her case on the phone, at the window or by letter; `id` is the step's."""

    __tablename__ = "spoken_choice"

    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    known: str


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


class Paper(SQLModel, table=True):
    """A scanned paper that came in, until its pages are where they belong; under a key of its own, as its file is.
    `found` are the references that its pages name, page by page."""

    id: UUID = Field(primary_key=True)
    at: datetime = moment()
    department: str = Field(index=True)
    account_id: UUID | None
    came: date
    pages: int
    blob_id: UUID
    name: bytes = sealed()
    found: bytes = sealed()


class PaperPart(SQLModel, table=True):
    """Pages of a paper that belong to a case."""

    __tablename__ = "paper_part"

    id: UUID = Field(primary_key=True)
    paper_id: UUID = Field(foreign_key="paper.id", index=True)
    case_id: UUID = Field(foreign_key="case_file.id")
    first: int
    last: int
    at: datetime = moment()

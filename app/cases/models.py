"""Tables of drafts and cases. A draft and the case it becomes share their id and their key; answers are sealed."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.cases import listed
from app.kit.tables import Sealed, json, key, moment, sealed


class Draft(SQLModel, table=True):
    """Answers on the way. `code` is the keyed hash of the draft code that finds it without an account; `person_id` whom
    it is for, where somebody else fills it in; `taken_by` the member of staff who does so."""

    id: UUID = key()
    service: str
    version: UUID = Field(foreign_key="service_version.id")
    locale: str
    account_id: UUID | None = Field(default=None, foreign_key="account.id", index=True)
    session_id: UUID | None = Field(default=None, index=True)
    person_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)
    taken_by: UUID | None = Field(default=None, foreign_key="account.id", index=True)
    answers: bytes = sealed()
    code: bytes = Field(index=True)
    via: str
    created_at: datetime = moment()
    touched_at: datetime = moment()
    until: datetime = moment(index=True)


class CaseFile(SQLModel, table=True):
    """A case. Its id is that of its draft, so that the primary key records a submission exactly once.

    `state` is a state of the workflow, or `to_prove`; `entries` counts the states it entered. `due` is the last day to
    decide, `agreed` the day that was agreed instead, `expected` whichever there is, or never. `yours`: the person has
    to do something; `answered`: she wrote, and nobody of the office has done anything since.
    """

    __tablename__ = "case_file"
    __table_args__ = listed.INDEXES

    id: UUID = Field(primary_key=True)
    reference: str = Field(index=True)
    service: str
    version: UUID = Field(foreign_key="service_version.id")
    department: str
    state: str
    entries: int
    account_id: UUID | None = Field(default=None, foreign_key="account.id", index=True)
    session_id: UUID | None = Field(default=None, index=True)
    person_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)
    helper_id: UUID | None = Field(default=None, foreign_key="account.id")
    name: bytes = sealed()
    locale: str
    via: str
    received_at: datetime = moment()
    started_at: datetime | None = moment(nullable=True)
    due: date | None
    agreed: date | None
    expected: date
    stopped: bool
    yours: bool
    answered: bool
    queue: str | None
    assignee: UUID | None = Field(default=None, foreign_key="account.id")
    touched_at: datetime = moment()
    closed_at: datetime | None = moment(nullable=True)
    outcome: str | None


class CaseReference(SQLModel, table=True):
    """Keeps references unique; small, so that the large table needs no unique constraint."""

    __tablename__ = "case_reference"

    reference: str = Field(primary_key=True)
    case_id: UUID


class GuestContact(SQLModel, table=True):
    """The address that a guest gave, as a blind token: whoever proves it may claim the case. `email` is the address of
    an account that was closed while the case ran on."""

    __tablename__ = "guest_contact"

    case_id: UUID = Field(primary_key=True, foreign_key="case_file.id")
    token: bytes = Field(index=True)
    email: bytes | None = Field(default=None, sa_type=Sealed)


class Filing(SQLModel, table=True):
    """What the person filed: the submission, and each answer to a request. Never changed.

    `shown` keeps the questions and answers as they were shown; `code` is the keyed hash of the verification code.
    """

    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    kind: str
    at: datetime = moment()
    locale: str
    answers: bytes = sealed()
    shown: bytes = sealed()
    digest: str
    code: bytes = Field(index=True)


class CaseStep(SQLModel, table=True):
    """The timeline: what happened, in order. Ids and words of the workflow only."""

    __tablename__ = "case_step"

    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    at: datetime = moment()
    kind: str
    state: str
    transition: str
    account_id: UUID | None
    acting_for: UUID | None
    function: str
    via: str


class Pause(SQLModel, table=True):
    """The clock of a case stood still."""

    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    reason: str
    since: datetime = moment()
    until: datetime | None = moment(nullable=True)


class Message(SQLModel, table=True):
    """A message between the office and the person, or who acts for her. The office's are told at `tell_at`, when the
    recall time is over."""

    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    at: datetime = moment()
    tell_at: datetime = moment()
    recalled_at: datetime | None = moment(nullable=True)
    replaces: UUID | None
    ours: bool
    account_id: UUID | None
    acting_for: UUID | None
    who: bytes = sealed()
    body: bytes = sealed()
    locale: str


class Attachment(SQLModel, table=True):
    """A file of a message."""

    id: UUID = Field(primary_key=True)
    message_id: UUID = Field(foreign_key="message.id", index=True)
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    blob_id: UUID


class InformationRequest(SQLModel, table=True):
    """The office asks again: exactly these fields, for this reason, until this day. `kept` are
    new answers that were good when others were not: they wait to be sent."""

    __tablename__ = "information_request"

    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    at: datetime = moment()
    reason: str
    fields: list[str] = json()
    words: bytes = sealed()
    kept: bytes = sealed()
    until: date | None
    account_id: UUID | None
    closed_at: datetime | None = moment(nullable=True)


class Decision(SQLModel, table=True):
    """What was decided. `content` keeps reasons, conditions and remedy in every language; told when `tell_at` comes,
    unless it was recalled before. A correction names the decision it replaces. `against` is the rule that would have
    done otherwise, "" where none would."""

    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    at: datetime = moment()
    tell_at: datetime = moment()
    told_at: datetime | None = moment(nullable=True)
    recalled_at: datetime | None = moment(nullable=True)
    transition: str
    outcome: str
    replaces: UUID | None
    by_rule: bool
    against: str
    account_id: UUID | None
    who: bytes = sealed()
    content: bytes = sealed()


class Note(SQLModel, table=True):
    """An internal note for colleagues."""

    __tablename__ = "case_note"

    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    at: datetime = moment()
    account_id: UUID | None
    who: bytes = sealed()
    body: bytes = sealed()


class CaseAccess(SQLModel, table=True):
    """A session without account may follow a case: it proved the reference and a code."""

    __tablename__ = "case_access"

    id: UUID = Field(primary_key=True)
    session_id: UUID = Field(index=True)
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    until: datetime = moment(index=True)


class FollowCode(SQLModel, table=True):
    """Somebody wants to follow a case without an account. `asked` is what was typed; `case_id` if it belonged together
    and the code was sent."""

    __tablename__ = "follow_code"

    id: UUID = Field(primary_key=True)
    code: bytes = Field(index=True)
    asked: bytes = sealed()
    case_id: UUID | None = Field(default=None, foreign_key="case_file.id")
    until: datetime = moment(index=True)

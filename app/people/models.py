"""Tables of the master record. What identifies is sealed under the person's key; what describes is a clear fact."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import Sealed, key, moment, sealed


class Person(SQLModel, table=True):
    """One human being. `register_key` is the meaningless key of the register she came from; `number_token` finds her
    by the number of her document without reading it."""

    id: UUID = key()
    register_key: str | None = Field(default=None, unique=True)
    name: bytes = sealed()
    identifier: bytes | None = Field(default=None, sa_type=Sealed)
    number_token: bytes | None = Field(default=None, index=True)
    created_at: datetime = moment()


class PersonName(SQLModel, table=True):
    """Another name of hers. `kind`: latin (in Latin letters), preferred, former, or quiet: a former one that only the
    named function reads, though she is found by it."""

    __tablename__ = "person_name"

    id: UUID = key()
    person_id: UUID = Field(foreign_key="person.id", index=True)
    kind: str
    value: bytes = sealed()
    source: str
    since: date


class NameChange(SQLModel, table=True):
    """Her name was changed in the record, by somebody who saw a document: why, which document and of which day. The
    name before is kept as `name_id`. Never changed."""

    __tablename__ = "name_change"

    id: UUID = key()
    person_id: UUID = Field(foreign_key="person.id", index=True)
    name_id: UUID
    reason: str
    paper: str
    paper_day: date
    by: UUID
    department: str
    at: datetime = moment()


class PersonToken(SQLModel, table=True):
    """Under what a person is found: keyed hashes of pieces of her names, and of pairs of them. Read
    in the order of the key, so that a common name costs no more than a rare one."""

    __tablename__ = "person_token"

    token: bytes = Field(primary_key=True)
    person_id: UUID = Field(primary_key=True, foreign_key="person.id", index=True)


class LookPurpose(SQLModel, table=True):
    """What a member of staff looks at people for, said once for a session of work. `code` is a phrase of the town;
    `words` are her own, sealed under the row's own key. Never changed: each look names the row."""

    __tablename__ = "look_purpose"

    id: UUID = key()
    session_id: UUID = Field(index=True)
    account_id: UUID
    code: str
    words: bytes = sealed()
    at: datetime = moment()
    until: datetime = moment()


class PersonFact(SQLModel, table=True):
    """A describing attribute in clear, with its source and date, so that segments compile to SQL."""

    __tablename__ = "person_fact"

    id: UUID = key()
    person_id: UUID = Field(foreign_key="person.id", index=True)
    key: str
    value: str
    source: str
    since: date


class AccessNeed(SQLModel, table=True):
    """What somebody needs to be served well. It hangs on the person, or on the account while nobody knows which person
    that is. Never changed: what no longer holds has ended. `source`: register, self or clerk; `how` she agreed."""

    __tablename__ = "access_need"

    id: UUID = key()
    person_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)
    account_id: UUID | None = Field(default=None, foreign_key="account.id", index=True)
    need: str
    words: bytes | None = Field(default=None, sa_type=Sealed)
    source: str
    how: str
    by: UUID | None
    since: datetime = moment()
    ended_at: datetime | None = moment(default=None, nullable=True)
    ended_by: UUID | None


class Consent(SQLModel, table=True):
    """What somebody said about a use of her data: agreed to, or not any more. `how`: "" by herself, else how she told a
    clerk of `department`. Never changed: the latest row counts."""

    id: UUID = key()
    person_id: UUID = Field(foreign_key="person.id", index=True)
    what: str
    agreed: bool
    how: str
    by: UUID
    department: str
    at: datetime = moment()


class CareNote(SQLModel, table=True):
    """Why those who serve somebody take care (safety), or that her address is protected (address). It has a reason, an
    author and a last moment; the person reads it from `told_from` on, `deferred` says why later."""

    __tablename__ = "care_note"

    id: UUID = key()
    person_id: UUID = Field(foreign_key="person.id", index=True)
    kind: str
    words: bytes = sealed()
    by: UUID
    department: str
    since: datetime = moment()
    until: datetime = moment()
    told_from: datetime = moment()
    deferred: bytes | None = Field(default=None, sa_type=Sealed)
    ended_at: datetime | None = moment(default=None, nullable=True)
    ended_by: UUID | None


class ContactPoint(SQLModel, table=True):
    """An e-mail address or a phone. `token` finds it without reading it; `bounced_at`: mail came back."""

    __tablename__ = "contact_point"

    id: UUID = key()
    person_id: UUID = Field(foreign_key="person.id", index=True)
    kind: str
    value: bytes = sealed()
    token: bytes = Field(index=True)
    source: str
    since: date
    bounced_at: datetime | None = moment(default=None, nullable=True)


class Address(SQLModel, table=True):
    """Where a person lives: the answer of an address field, sealed."""

    id: UUID = key()
    person_id: UUID = Field(foreign_key="person.id", index=True)
    value: bytes = sealed()
    source: str
    since: date

"""Tables of mandates. The giver is a person of the record; the helper keeps an account of her own."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import json, key, moment, sealed


class Mandate(SQLModel, table=True):
    """`person_id` lets whoever has this e-mail address act for her, and brings the code, kept as a keyed hash.
    `services` are ids; none means all that are not confidential. `acts`: not only read. `kind`: mandate, guardian.
    `how` it was given: online, paper, counter, record; `seen` what a clerk was shown, `seen_on` its day, `blob_id`
    its scan, under the key of the person. `until` is its last day, told some days before (`warned_at`),
    `account_id` the helper since she brought the code. `ended` says why: giver, helper, declined, clerk, over, age.
    `notices`: who gets those of what is applied for by it: both, person, helper. `standing` is a keyed hash of the pair
    while it is not ended."""

    id: UUID = key()
    person_id: UUID = Field(foreign_key="person.id", index=True)
    email: bytes = sealed()
    email_token: bytes = Field(index=True)
    account_id: UUID | None = Field(default=None, foreign_key="account.id", index=True)
    code: bytes = Field(index=True)
    services: list[str] = json()
    acts: bool
    kind: str
    how: str
    seen: str
    seen_on: date | None = None
    blob_id: UUID | None = None
    by: UUID | None = Field(default=None, foreign_key="account.id")
    created_at: datetime = moment()
    until: date | None = Field(index=True)
    warned_at: datetime | None = moment(default=None, nullable=True)
    accepted_at: datetime | None = moment(default=None, nullable=True)
    ended_at: datetime | None = moment(default=None, nullable=True)
    ended: str
    notices: str
    standing: bytes | None = Field(unique=True)

"""Tables of accounts and the ways in. Secrets are kept as keyed hashes, addresses sealed and as blind tokens."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import key, moment, sealed


class Account(SQLModel, table=True):
    """Proves an e-mail address, not a person. Sealed under a key of its own. `offer_after`: a passkey is not offered
    before, since she said "not now". `warned_at`: nobody uses it, and it is to close. `closed_at`: its owner closed it,
    or nobody used it; `forgotten_at`: since then its address is gone, its name stays for what it signed. `narrowed_at`:
    when a function was last taken away from it."""

    id: UUID = key()
    email: bytes = sealed()
    email_token: bytes = Field(unique=True)
    name: bytes = sealed()
    locale: str
    created_at: datetime = moment()
    offer_after: datetime | None = moment(default=None, nullable=True)
    warned_at: datetime | None = moment(default=None, nullable=True)
    closed_at: datetime | None = moment(default=None, nullable=True)
    forgotten_at: datetime | None = moment(default=None, nullable=True)
    narrowed_at: datetime | None = moment(default=None, nullable=True)


class PersonLink(SQLModel, table=True):
    """Level 2: this account is this person, identified how and when; can be revoked. `seen` is what a clerk was shown;
    `standing` the account while it holds, so that an account is one person."""

    __tablename__ = "person_link"

    id: UUID = key()
    account_id: UUID = Field(foreign_key="account.id", index=True)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    how: str
    seen: str
    at: datetime = moment()
    standing: UUID | None = Field(default=None, unique=True)
    revoked_at: datetime | None = moment(default=None, nullable=True)


class StaffRole(SQLModel, table=True):
    """A function (clerk, supervisor, designer, administrator) in a department."""

    __tablename__ = "staff_role"

    id: UUID = key()
    account_id: UUID = Field(foreign_key="account.id", index=True)
    department: str
    function: str


class SessionRow(SQLModel, table=True):
    """`secret` is the keyed hash of the form token that the cookie's secret makes. Without an account it is a guest's.
    `way` is how she came in (link, printed, invited, passkey, code); `shared`: others use this device too.

    `guest_id` is the guest's session that the same browser had before it signed in.
    """

    __tablename__ = "session"

    id: UUID = key()
    secret: bytes = Field(unique=True)
    account_id: UUID | None = Field(default=None, foreign_key="account.id", index=True)
    guest_id: UUID | None
    device: str
    way: str
    shared: bool
    created_at: datetime = moment()
    seen_at: datetime = moment()
    until: datetime = moment(index=True)
    ended_at: datetime | None = moment(default=None, nullable=True)


class OneTimeLink(SQLModel, table=True):
    """A way in by e-mail. `code` is a keyed hash; the code itself is derived from the id when the mail is sent. `way`
    is how its session will have come in: link (mailed to whoever asked), printed (on the console), invited."""

    __tablename__ = "one_time_link"

    id: UUID = key()
    code: bytes = Field(unique=True)
    email: bytes = sealed()
    email_token: bytes = Field(index=True)
    locale: str
    onward: str
    way: str
    created_at: datetime = moment()
    until: datetime = moment(index=True)
    used_at: datetime | None = moment(default=None, nullable=True)


class Passkey(SQLModel, table=True):
    """A key that an authenticator keeps and that opens this account. `authenticator` is its AAGUID, `counter` how often
    it says it was used (0: it does not count), `synced` that it lives on several devices. `ended` says why it opens
    nothing any more: removed, copied."""

    id: UUID = key()
    account_id: UUID = Field(foreign_key="account.id", index=True)
    credential: bytes = Field(unique=True)
    public_key: bytes
    counter: int
    authenticator: str
    synced: bool
    created_at: datetime = moment()
    used_at: datetime | None = moment(default=None, nullable=True)
    ended_at: datetime | None = moment(default=None, nullable=True)
    ended: str | None


class Challenge(SQLModel, table=True):
    """What an authenticator has to sign, once, within minutes. `account_id`: who makes a passkey, or shows once more
    that it is her; without it somebody signs in."""

    id: UUID = key()
    value: bytes = Field(unique=True)
    account_id: UUID | None = Field(default=None, foreign_key="account.id")
    until: datetime = moment(index=True)


class RecoveryCode(SQLModel, table=True):
    """A way in for whoever has neither e-mail nor passkey at hand. `code` is a keyed hash; the code itself is derived
    from the id, and shown for some minutes after it was made."""

    __tablename__ = "recovery_code"

    id: UUID = key()
    account_id: UUID = Field(foreign_key="account.id", index=True)
    code: bytes = Field(unique=True)
    created_at: datetime = moment()
    used_at: datetime | None = moment(default=None, nullable=True)

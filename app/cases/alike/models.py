"""By what a case is recognised, and who sees the same."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import Sealed, key, moment


class CaseLikeness(SQLModel, table=True):
    """Keyed hashes of the answers that make two cases of a service alike: of their street, of the square they lie in.
    The same answers give the same token; no token says an answer."""

    __tablename__ = "case_likeness"

    token: bytes = Field(primary_key=True)
    case_id: UUID = Field(primary_key=True, foreign_key="case_file.id", index=True)


class SeenToo(SQLModel, table=True):
    """Somebody sees what a case reports. `who` is a keyed hash of the case with an account, or with a browser on one
    day; the account stands here only where she wants to be told when it is done."""

    __tablename__ = "seen_too"

    who: bytes = Field(primary_key=True)
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    account_id: UUID | None = Field(default=None, foreign_key="account.id", index=True)
    at: datetime = moment()


class NewsWanted(SQLModel, table=True):
    """Somebody without an account wants to hear how a case ends that she sees too. `address` is a keyed hash of her
    e-mail address; `email` is the address, under a key of this row alone that ends with it. No `proven_at`: the mail
    that asks her is out, or she said no or nothing: then no `email` stands here, and the hash keeps others from having
    a second mail sent to her."""

    __tablename__ = "news_wanted"

    id: UUID = key()
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    address: bytes = Field(index=True)
    email: bytes | None = Field(default=None, sa_type=Sealed)
    locale: str
    asked_at: datetime = moment()
    proven_at: datetime | None = moment(nullable=True)
    told_at: datetime | None = moment(nullable=True)

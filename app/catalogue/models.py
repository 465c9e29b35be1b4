"""Tables of the catalogue: structures are versions and pinned, sentences are revisions, town content is data."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from app.kit import tables


class ServiceRow(SQLModel, table=True):
    """A service of the town. Its id is the package's and is for ever."""

    __tablename__ = "service"

    id: str = Field(primary_key=True)
    department: str = Field(index=True)
    current: UUID = Field(foreign_key="service_version.id")
    position: int
    open: bool


class ServiceVersion(SQLModel, table=True):
    """A compiled structure: never changed, never deleted while a draft or case pins it."""

    __tablename__ = "service_version"
    __table_args__ = (UniqueConstraint("service", "digest"),)

    id: UUID = tables.key()
    service: str = Field(index=True)
    digest: str
    structure: dict[str, Any] = tables.json()
    at: datetime = tables.moment()


class ServiceText(SQLModel, table=True):
    """The sentences of a service in one language; the highest revision is shown."""

    __tablename__ = "service_text"
    __table_args__ = (UniqueConstraint("service", "locale", "revision"),)

    id: UUID = tables.key()
    service: str
    locale: str
    revision: int
    digest: str
    sentences: dict[str, str] = tables.json()
    at: datetime = tables.moment()


class ServiceSource(SQLModel, table=True):
    """The package as it was imported, packed: what an export hands out."""

    __tablename__ = "service_source"

    service: str = Field(primary_key=True, foreign_key="service.id")
    archive: bytes = Field(sa_type=LargeBinary)


class Content(SQLModel, table=True):
    """A piece of town content: facts, profile, office, phrases, sentences, lookup table. `at`: when it changed last."""

    __table_args__ = (UniqueConstraint("kind", "key"),)

    id: UUID = tables.key()
    kind: str
    key: str
    data: Any = tables.json()
    at: datetime = tables.moment()


class ContentVersion(SQLModel, table=True):
    """One row. Its version is a fresh id at each change, so that no two contents ever share one."""

    __tablename__ = "content_version"

    id: int = Field(primary_key=True)
    version: UUID

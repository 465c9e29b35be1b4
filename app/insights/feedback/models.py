"""What people say of pages and of cases: whoever reads a row learns nothing of who said it."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import sealed


class Feedback(SQLModel, table=True):
    """An answer about a page ("" is all of them together), or about a case of a `service` at a `step`. `ease`: from 1,
    very hard, to 5, very easy. `month` is its first day; `day` is not kept of a case: few end on one day. `id` is drawn
    by lot and tells no time, and rows lie in its order: on PostgreSQL from the next day on."""

    __tablename__ = "feedback"
    __table_args__: Any = {"sqlite_with_rowid": False}

    id: UUID = Field(primary_key=True)
    page: str
    service: str
    step: str
    ease: int
    locale: str
    month: date = Field(index=True)
    day: date | None
    words: bytes | None = sealed(nullable=True)

"""That a case has answered, and nothing of what."""

from datetime import date
from typing import Any

from sqlmodel import Field, SQLModel


class Eased(SQLModel, table=True):
    """`key`: a keyed hash of a case and a step, so that nobody answers twice. No link is good after `until`."""

    __tablename__ = "eased"
    __table_args__: Any = {"sqlite_with_rowid": False}

    key: bytes = Field(primary_key=True)
    until: date = Field(index=True)

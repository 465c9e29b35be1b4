"""One line a case, without anything of the person: what is counted stays true when the case itself is destroyed."""

from datetime import date
from uuid import UUID

from sqlmodel import Field, SQLModel


class CaseFigure(SQLModel, table=True):
    """Months are their first days. `days`: from the day of receipt to the day of the end, in the town's zone; `late`:
    it ended after its due date. Both None while it runs."""

    __tablename__ = "case_figure"

    case_id: UUID = Field(primary_key=True)
    service: str
    channel: str
    received_in: date = Field(index=True)
    closed_in: date | None = Field(default=None, index=True)
    outcome: str | None
    days: int | None
    late: bool | None


class SearchInVain(SQLModel, table=True):
    """How often on a day something was looked for that the town does not tell of. `key` is a keyed hash of language and
    words; the words themselves stand here once five have asked so, and never where they may tell of somebody."""

    __tablename__ = "search_in_vain"

    key: bytes = Field(primary_key=True)
    day: date = Field(primary_key=True, index=True)
    locale: str
    words: str | None
    count: int

"""One line a case, without anything of the person: what is counted stays true when the case itself is destroyed."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import json, key, moment


class CaseFigure(SQLModel, table=True):
    """Months are their first days. `days`: from the day of receipt to the day of the end, in the town's zone; `late`:
    it ended after its due date. Both None while it runs, `late` also of a case that has no such date."""

    __tablename__ = "case_figure"

    case_id: UUID = Field(primary_key=True)
    service: str
    channel: str
    received_in: date = Field(index=True)
    closed_in: date | None = Field(default=None, index=True)
    outcome: str | None
    days: int | None
    late: bool | None


class ServiceMonth(SQLModel, table=True):
    """What the lines of a month that is over come to, of one service: how many came in, and what was decided, as lists
    of days, late, and how many. Everybody may read the sums of a year: they are too many cases to count for each."""

    __tablename__ = "service_month"

    month: date = Field(primary_key=True)
    service: str = Field(primary_key=True)
    received: int
    ended: list[list[int | bool | None]] = json()


class SummedMonth(SQLModel, table=True):
    """A month that is summed; `at`: since when its sums are what they are."""

    __tablename__ = "summed_month"

    month: date = Field(primary_key=True)
    at: datetime = moment()


class MonthToSum(SQLModel, table=True):
    """A line of a month that is over became another one. Each who changes one adds a mark, nobody waits for another."""

    __tablename__ = "month_to_sum"

    id: UUID = key()
    month: date


class SearchInVain(SQLModel, table=True):
    """How often on a day something was looked for that the town does not tell of. `key` is a keyed hash of language and
    words; the words themselves stand here once five have asked so, and never where they may tell of somebody."""

    __tablename__ = "search_in_vain"

    key: bytes = Field(primary_key=True)
    day: date = Field(primary_key=True, index=True)
    locale: str
    words: str | None
    count: int

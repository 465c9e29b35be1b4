"""Tables of absences, and of the cases that went to a stand-in."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import key, moment


class Absence(SQLModel, table=True):
    """A member of staff is away from `first` to `last`, both days included, and `stand_in` has her cases. `recorded_by`
    is she herself or her supervisor. `ended_at`: she is back, or it was taken back before it began."""

    id: UUID = key()
    account_id: UUID = Field(foreign_key="account.id", index=True)
    stand_in: UUID = Field(foreign_key="account.id", index=True)
    first: date
    last: date = Field(index=True)
    recorded_by: UUID = Field(foreign_key="account.id")
    recorded_at: datetime = moment()
    ended_at: datetime | None = moment(default=None, nullable=True)


class AbsenceTurn(SQLModel, table=True):
    """One row, which each who records an absence writes: of two at once the later one sees what the other recorded."""

    __tablename__ = "absence_turn"

    id: int = Field(primary_key=True)
    at: datetime = moment()


class AbsenceCase(SQLModel, table=True):
    """A case that went to a stand-in: from `had` to `given_to`, or to nobody (None). `over_at`: it came back, or
    somebody decided otherwise meanwhile."""

    __tablename__ = "absence_case"

    id: UUID = Field(primary_key=True)
    absence_id: UUID = Field(foreign_key="absence.id", index=True)
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    had: UUID
    given_to: UUID | None
    at: datetime = moment()
    over_at: datetime | None = moment(default=None, nullable=True)

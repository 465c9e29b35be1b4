"""Who was asked for a yes of her own, and what she said."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import key, moment


class CaseConfirmation(SQLModel, table=True):
    """Somebody whom a case names: `row` is her row in the group `field`, `person_id` who that is, None where the town
    does not know it. `state`: asked, agreed, declined, minor (in the care of whom the case is about) or unknown; `via`
    how she said it, `account_id` by which account or by which clerk."""

    __tablename__ = "case_confirmation"

    id: UUID = key()
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    person_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)
    field: str
    row: str
    state: str
    asked_at: datetime = moment()
    until: date | None
    said_at: datetime | None = moment(default=None, nullable=True)
    account_id: UUID | None
    via: str

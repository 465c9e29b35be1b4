"""What is known of a change of address, beside the address itself."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import key, moment


class AddressChange(SQLModel, table=True):
    """Somebody lives somewhere else: `was` and `became` are addresses of hers, `case_id` is the case that it was asked
    in, `by` who of the staff wrote it, None by rule. Never changed."""

    __tablename__ = "address_change"

    id: UUID = key()
    person_id: UUID = Field(foreign_key="person.id", index=True)
    was: UUID | None
    became: UUID
    since: date
    case_id: UUID
    by: UUID | None
    at: datetime = moment()

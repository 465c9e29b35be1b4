"""Tables of the desk: what belongs to one member of staff and to how she works."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import moment


class DeskVisit(SQLModel, table=True):
    """When a member of staff was at the desk: `seen_at` last of all, `left_at` when she went the time before, once she
    has."""

    __tablename__ = "desk_visit"

    account_id: UUID = Field(primary_key=True, foreign_key="account.id")
    seen_at: datetime = moment()
    left_at: datetime | None = moment(nullable=True)

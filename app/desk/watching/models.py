"""Table of what was raised about looks of the staff."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from app.kit.tables import key, moment, sealed


class Watch(SQLModel, table=True):
    """Of one member of staff and one day, once of each kind (many, oneself). `count`: how many people that were when
    it was last reckoned. `note` is what an administrator wrote when she had looked into it."""

    __tablename__ = "watch"
    __table_args__ = (UniqueConstraint("account_id", "day", "kind"),)

    id: UUID = key()
    account_id: UUID = Field(foreign_key="account.id")
    day: date
    kind: str
    count: int
    at: datetime = moment()
    seen_at: datetime | None = moment(default=None, nullable=True)
    seen_by: UUID | None = Field(default=None, foreign_key="account.id")
    note: bytes | None = sealed(default=None, nullable=True)

"""Tables of the desk: what belongs to one member of staff and to how she works."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import json, key, moment, sealed


class DeskVisit(SQLModel, table=True):
    """When a member of staff was at the desk: `seen_at` last of all, `left_at` when she went the time before, once she
    has."""

    __tablename__ = "desk_visit"

    account_id: UUID = Field(primary_key=True, foreign_key="account.id")
    seen_at: datetime = moment()
    left_at: datetime | None = moment(nullable=True)


class DeskView(SQLModel, table=True):
    """A part of the queue that was given a name: `query` is its address. With a department all who work there have it,
    without one only who saved it; the name is sealed under her key."""

    __tablename__ = "desk_view"

    id: UUID = key()
    account_id: UUID = Field(foreign_key="account.id", index=True)
    department: str | None = Field(index=True)
    name: bytes = sealed()
    query: str
    created_at: datetime = moment()


class DeskShortcuts(SQLModel, table=True):
    """The shortcuts of a member of staff: whether she wants any, and the key of each action."""

    __tablename__ = "desk_shortcuts"

    account_id: UUID = Field(primary_key=True, foreign_key="account.id")
    wanted: bool
    chosen: dict[str, str] = json()

"""Table of invitations. Who is invited is sealed until she is here."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import json, key, moment, sealed


class Invitation(SQLModel, table=True):
    """Somebody is to work here. `roles` are pairs of department and function, given when she comes; none where she
    works here already and only needs a new passkey. `by_id` invited her; nobody where the console did."""

    __tablename__ = "invitation"

    id: UUID = key()
    email: bytes = sealed()
    email_token: bytes = Field(index=True)
    name: bytes = sealed()
    locale: str
    roles: list[Any] = json()
    link_id: UUID = Field(foreign_key="one_time_link.id", unique=True)
    by_id: UUID | None = Field(default=None, foreign_key="account.id")
    created_at: datetime = moment()
    accepted_at: datetime | None = moment(default=None, nullable=True)
    revoked_at: datetime | None = moment(default=None, nullable=True)

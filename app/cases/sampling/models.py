"""The table of samples."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import key, moment, sealed


class RuleSample(SQLModel, table=True):
    """A decision by rule, or otherwise than by rule, that was drawn. `verdict`: right or wrong, "" while nobody has
    looked; the note is sealed under the case's key."""

    __tablename__ = "rule_sample"

    id: UUID = key()
    decision_id: UUID = Field(foreign_key="decision.id", unique=True)
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    department: str = Field(index=True)
    drawn_by: UUID = Field(foreign_key="account.id")
    drawn_at: datetime = moment()
    verdict: str
    note: bytes = sealed()
    looked_by: UUID | None = Field(default=None, foreign_key="account.id")
    looked_at: datetime | None = moment(default=None, nullable=True)

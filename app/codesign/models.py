"""What the town says in public of the barriers it was told of: no person, no word of hers."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import moment


class Barrier(SQLModel, table=True):
    """A report, which is a case, as far as it may be shown. `effort`: how bad it was for her. `component` and
    `criterion` are set when it is placed ("" means none of them); `trial` is the open question whether it works now."""

    case_id: UUID = Field(primary_key=True, foreign_key="case_file.id")
    since: datetime = moment()
    effort: str
    component: str = ""
    criterion: str = ""
    placed_at: datetime | None = moment(nullable=True)
    release: str = ""
    mended_at: datetime | None = moment(nullable=True)
    trial: UUID | None = None
    closed_at: datetime | None = moment(nullable=True)
    outcome: str = ""

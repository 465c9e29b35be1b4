"""Which change of address a line of a case is about."""

from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import key


class CaseHome(SQLModel, table=True):
    """The line has the id of its step."""

    __tablename__ = "case_home"

    id: UUID = key()
    case_id: UUID = Field(foreign_key="case_file.id", index=True)
    change_id: UUID = Field(index=True)

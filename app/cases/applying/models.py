"""Under what those are found who applied and are in no record."""

from uuid import UUID

from sqlmodel import Field, SQLModel


class ApplicantToken(SQLModel, table=True):
    """Keyed hashes of pieces of the names in a case, of its e-mail addresses and phones, while the case is in nobody's
    record. Each department has hashes of its own: what another one asks for meets nothing."""

    __tablename__ = "applicant_token"

    token: bytes = Field(primary_key=True)
    case_id: UUID = Field(primary_key=True, foreign_key="case_file.id", index=True)

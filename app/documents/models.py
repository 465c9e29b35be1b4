"""Documents the town issued: words sealed under the key of the case, a code that proves them without showing them."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.kit.tables import moment, sealed


class Document(SQLModel, table=True):
    """`content` is what was issued, as shown, and `sha256` the digest of those words; `code` is a keyed hash;
    `replaced_by` is the document that took its place."""

    id: UUID = Field(primary_key=True)
    case_id: UUID = Field(index=True)
    kind: str
    content: bytes = sealed()
    sha256: str
    code: bytes = Field(index=True)
    issued_at: datetime = moment()
    replaced_by: UUID | None

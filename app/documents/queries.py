"""Documents of a case, one as it was issued, and what a code proves. The caller has checked who may see the case."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, delete, select, update

from app.documents.issuing import CONTENT, Content, Written, code, digest
from app.documents.models import Document
from app.kit import db, keys
from app.kit.db import Unit

D = db.table(Document).c
OF_CASE = (
    select(D.id, D.case_id, D.kind, D.content, D.issued_at, D.sha256, D.replaced_by)
    .where(D.case_id == bindparam("case"))
    .order_by(D.id)
)
ONE = OF_CASE.where(D.id == bindparam("id"))
BY_CODE = select(D.id, D.case_id, D.kind, D.issued_at, D.sha256, D.replaced_by).where(D.code == bindparam("code"))


@dataclass(frozen=True)
class DocumentLine:
    id: UUID
    kind: str
    title: str
    issued_at: datetime
    replaced: bool = False


@dataclass(frozen=True)
class Newer:
    """The document that took the place of another: when, and the code that proves it."""

    issued_at: datetime
    code: str


@dataclass(frozen=True)
class Shown:
    """A document as it was issued, with the code that proves it. `sides`: the binding one first; `newer` is what
    replaced it."""

    id: UUID
    case_id: UUID
    kind: str
    reference: str
    sides: tuple[Written, ...]
    code: str
    issued_at: datetime
    sha256: str
    newer: Newer | None = None


@dataclass(frozen=True)
class Verified:
    """What a code proves: which document, of which case, when, and what replaced it; never its words."""

    id: UUID
    case_id: UUID
    kind: str
    issued_at: datetime
    sha256: str
    newer: Newer | None = None


def of_case(unit: Unit, case_id: UUID, locale: str) -> list[DocumentLine]:
    """The documents of a case, the oldest first, each titled in this language where it has it."""
    lines = []
    for row in db.rows(unit, OF_CASE, case=case_id):
        sides = _open(unit, row).sides
        title = next((side.title for side in sides if side.locale == locale), sides[0].title)
        lines.append(DocumentLine(row.id, row.kind, title, row.issued_at, row.replaced_by is not None))
    return lines


def show(unit: Unit, case_id: UUID, document_id: UUID) -> Shown | None:
    """One document of this case; None when it is another's."""
    row = db.row(unit, ONE, case=case_id, id=document_id)
    if row is None:
        return None
    content = _open(unit, row)
    proof = code(unit, row.id)
    newer = _newer(unit, row)
    return Shown(
        row.id, row.case_id, row.kind, content.reference, content.sides, proof, row.issued_at, row.sha256, newer
    )  # fmt: skip


def verify(unit: Unit, typed: str) -> Verified | None:
    """What a typed code proves; unknown and malformed codes are looked up alike."""
    row = db.row(unit, BY_CODE, code=digest(unit, typed))
    return Verified(row.id, row.case_id, row.kind, row.issued_at, row.sha256, _newer(unit, row)) if row else None


def replace(unit: Unit, case_id: UUID, old: Collection[UUID], new: UUID) -> None:
    """Say of documents of a case that another took their place; a chain always ends at the newest."""
    table = db.table(Document)
    mine = (table.c.case_id == case_id) & table.c.id.in_(list(old))
    db.change(unit, update(table).where(mine).values(replaced_by=new))


def _newer(unit: Unit, row: db.AnyRow) -> Newer | None:
    found = db.row(unit, ONE, case=row.case_id, id=row.replaced_by) if row.replaced_by else None
    return Newer(found.issued_at, code(unit, found.id)) if found else None


def clear(unit: Unit, case_id: UUID) -> int:
    """Remove the documents of a case at its retention date."""
    return db.change(unit, delete(db.table(Document)).where(D.case_id == case_id))


def _open(unit: Unit, row: db.AnyRow) -> Content:
    place = keys.place(Document, "content", row.id)
    return CONTENT.validate_json(keys.open_bytes(unit, row.case_id, place, row.content))

"""Issuing: rendered once, kept as shown, provable by its code."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from pydantic import TypeAdapter

from app.documents.events import DocumentIssued
from app.documents.models import Document
from app.documents.rendering import Side, demoted, render
from app.kit import crypto, db, events, keys
from app.kit.db import Unit
from app.kit.ids import derived, fold_code, new_id

PURPOSE = "code/document"
LENGTH = 16


@dataclass(frozen=True)
class Written:
    """One language of a document as it was issued."""

    locale: str
    title: str
    html: str


@dataclass(frozen=True)
class Content:
    """The first side is in the official language and binding; the second helps to read it."""

    reference: str
    sides: tuple[Written, ...]


CONTENT: TypeAdapter[Content] = TypeAdapter(Content)


@dataclass(frozen=True)
class Issued:
    id: UUID
    code: str


def issue(
    unit: Unit,
    case_id: UUID,
    kind: str,
    template: str,
    declared: Collection[str],
    sides: Sequence[Side],
    reference: str,
) -> Issued:
    """Issue a letter of a package as a document of a case: the official language first, the person's beside it."""
    official, *others = sides
    written = [Written(official.locale, official.title, render(template, declared, official))]
    written += [
        Written(side.locale, side.title, demoted(render(template, declared, side)))
        for side in others
        if side.locale != official.locale
    ]
    content = CONTENT.dump_json(Content(reference, tuple(written)))
    document_id = new_id()
    proof = code(unit, document_id)
    db.add(
        unit, Document, id=document_id, case_id=case_id, kind=kind, sha256=hashlib.sha256(content).hexdigest(),
        content=keys.seal(unit, case_id, keys.place(Document, "content", document_id), content),
        code=digest(unit, proof), issued_at=unit.now, replaced_by=None,
    )  # fmt: skip
    events.record(unit, DocumentIssued(case_id, document_id))
    return Issued(document_id, proof)


def code(unit: Unit, document_id: UUID) -> str:
    """The verification code in groups of four, as it is printed: made from the id by a key that only the town has."""
    plain = derived(unit.town.keys.stable(PURPOSE), document_id, LENGTH)
    return "-".join(plain[start : start + 4] for start in range(0, LENGTH, 4))


def digest(unit: Unit, typed: str) -> bytes:
    """What a typed code is looked up by."""
    return crypto.digest(unit.town.keys, PURPOSE, fold_code(typed)[:64])

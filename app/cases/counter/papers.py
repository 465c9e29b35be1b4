"""Papers that came in: kept until their pages are where they belong, each part with the day it came in."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, select

from app import catalogue
from app.cases import addressees, asking, auditing, marked, messaging, moving, queries, remaining
from app.cases.counter.models import Paper, PaperPart
from app.cases.queries import Case
from app.kit import blobs, db, keys
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound, Refused
from app.kit.i18n import N_, format_day, translate
from app.kit.ids import new_id, parse_reference

REFERENCE = re.compile(r"\b[A-Z]{2}[-\s]?[0-9A-Z]{4}[-\s]?[0-9A-Z]{4}\b")

P, R = db.table(Paper).c, db.table(PaperPart).c
OURS = select(*P).where(P.department.in_(bindparam("departments", expanding=True)))
WAITING = OURS.order_by(P.came, P.id).limit(100)
ONE = OURS.where(P.id == bindparam("paper"))
PARTS = select(*R).where(R.paper_id == bindparam("paper")).order_by(R.first, R.id)


class NothingToAnswer(Refused):
    status = 422
    words = N_("The office asked for no file in this case. Add the pages as a paper of the case.")


@dataclass(frozen=True)
class Part:
    first: int
    last: int
    reference: str


@dataclass(frozen=True)
class Kept:
    """A paper that is not yet where it belongs; `found` says which reference each page names, "" for none."""

    id: UUID
    name: str
    at: datetime
    came: date
    pages: int
    found: tuple[str, ...]
    file: blobs.File
    parts: tuple[Part, ...]


def named_in(texts: Sequence[str]) -> tuple[str, ...]:
    """The reference that each page names: that of its cover sheet, for instance."""
    return tuple(next(filter(None, map(parse_reference, REFERENCE.findall(text))), "") for text in texts)


def keep(unit: Unit, actor: Actor, received: blobs.Received, found: Sequence[str], came: date) -> UUID:
    """Keep a scanned paper for the clerk's office."""
    paper_id = new_id()
    keys.make(unit, paper_id)
    blobs.attach(unit, paper_id, received)
    db.add(
        unit, Paper, id=paper_id, at=unit.now, department=min(actor.departments, default=""),
        account_id=actor.account_id, came=came, pages=len(found), blob_id=received.id,
        name=keys.seal(unit, paper_id, keys.place(Paper, "name", paper_id), received.name),
        found=keys.seal(unit, paper_id, keys.place(Paper, "found", paper_id), json.dumps(list(found))),
    )  # fmt: skip
    return paper_id


def waiting(unit: Unit, actor: Actor) -> list[Kept]:
    """The papers of this clerk's offices, those that came first before the others."""
    return [_kept(unit, row) for row in db.rows(unit, WAITING, departments=sorted(actor.departments))]


def paper(unit: Unit, actor: Actor, paper_id: UUID) -> Kept:
    """One of them, or as if it were not there."""
    row = db.row(unit, ONE, paper=paper_id, departments=sorted(actor.departments))
    if row is None:
        raise NotFound
    return _kept(unit, row)


def _kept(unit: Unit, row: Any) -> Kept:
    file = blobs.find(unit, row.id, row.blob_id)
    if file is None:
        raise NotFound
    name = keys.open(unit, row.id, keys.place(Paper, "name", row.id), row.name)
    found = json.loads(keys.open(unit, row.id, keys.place(Paper, "found", row.id), row.found))
    parts = tuple(
        Part(each.first, each.last, queries.case(unit, each.case_id).reference)
        for each in db.rows(unit, PARTS, paper=row.id)
    )
    return Kept(row.id, name, row.at, row.came, row.pages, tuple(found), file, parts)


def add(unit: Unit, actor: Actor, kept: Kept, case: Case, made: blobs.Received, first: int, last: int) -> None:
    """Pages become a paper of the case, from the person; she reads it in her language, on her side."""
    by = replace(actor, via="post", locale=case.locale)
    words = translate(case.locale, N_("On paper, came in on %(day)s."), day=format_day(kept.came, case.locale, "long"))
    messaging.write(unit, case, by, addressees.person_name(unit, case), words, (made,), ours=False)
    _placed(unit, by, kept, case, first, last)


def add_as_answer(
    unit: Unit, actor: Actor, kept: Kept, case: Case, made: blobs.Received, first: int, last: int
) -> None:
    """Pages become the file that the office asked for: kept with the answers, which are sent when all are there."""
    by = replace(actor, via="post")
    asked = marked.of(unit, case, catalogue.version(unit, case.version), actor.locale)
    fields = {name: field for name, field in asked.fields.items() if field.type == "file"}
    filed = {name: list(asked.around.answers.get(name) or ()) for name in fields}
    free = sorted(
        (name for name, field in fields.items() if len(filed[name]) < field.max_files), key=lambda n: len(filed[n])
    )
    if not free:
        raise NothingToAnswer(path=f"/desk/papers/{kept.id}", link=N_("Back to the paper"))
    blobs.attach(unit, case.id, made)
    file = {"blob": str(made.id), "name": made.name, "type": made.type, "size": made.size, "sha256": made.sha256}
    asking.keep(unit, case, asked.request, {free[0]: [*filed[free[0]], file]}, {})
    _placed(unit, by, kept, case, first, last)


def _placed(unit: Unit, by: Actor, kept: Kept, case: Case, first: int, last: int) -> None:
    db.add(
        unit, PaperPart, id=new_id(), paper_id=kept.id, case_id=case.id, first=first, last=last, at=unit.now
    )  # fmt: skip
    moving.note_step(unit, case.id, remaining.CAME_IN, by)
    auditing.changed(unit, by, case, "added_paper")


def remove(unit: Unit, kept: Kept) -> None:
    """Everything of it is where it belongs, or it belongs nowhere: the paper and its key are gone."""
    db.change(unit, delete(db.table(PaperPart)).where(R.paper_id == kept.id))
    blobs.remove(unit, kept.file)
    db.change(unit, delete(db.table(Paper)).where(P.id == kept.id))
    keys.destroy(unit, kept.id)

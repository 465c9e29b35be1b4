"""Renaming a person in the record: by marriage, by another gender, or because the name was written wrongly. Never
without a document. She stays found by the name before. Every SELECT of it is here."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app.kit import db, events, keys
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound, Refused
from app.kit.i18n import N_
from app.kit.ids import new_id
from app.people.events import PersonRenamed
from app.people.models import NameChange, Person, PersonName
from app.people.search import indexing

GENDER = "gender"
REASONS = ("marriage", GENDER, "wrong", "other")
PAPERS = ("register_extract", "court_order", "identity_card", "foreign_document")
FORMER, QUIET = "former", "quiet"

N, P, X = (db.table(model).c for model in (NameChange, Person, PersonName))
HELD = select(P.id, P.name).where(P.id == bindparam("person")).with_for_update()
LATEST = select(N.id).where(N.person_id == bindparam("person")).order_by(N.id.desc()).limit(1)
ONE = select(*N).where(N.id == bindparam("change"))
BEFORE = select(X.id, X.value).where(X.id == bindparam("name"))


class RenamedMeanwhile(Refused):
    words = N_("Somebody else changed this name a moment ago: it is %(name)s now. Yours was not saved. Look again.")


@dataclass(frozen=True)
class Paper:
    """What was seen: why the name changes, which document says so, and of which day it is."""

    reason: str
    kind: str
    day: date


def version(unit: Unit, person_id: UUID) -> str:
    """Which change of her name is the latest; "" where it never changed. A form carries it, so that two never cross."""
    found = db.value(unit, LATEST, person=person_id)
    return found.hex if found else ""


def rename(
    unit: Unit, actor: Actor, person_id: UUID, became: str, paper: Paper, department: str, seen: str, back: str
) -> None:
    """Give her this name from now on. `seen` is the version that whoever changes it had before them."""
    row = db.row(unit, HELD, person=person_id)
    if row is None or actor.account_id is None:
        raise NotFound
    place = keys.place(Person, "name", person_id)
    was = keys.open(unit, person_id, place, row.name)
    if version(unit, person_id) != seen:
        raise RenamedMeanwhile(RenamedMeanwhile.words, {"name": was}, path=back, link=N_("Back to the person"))
    change_id, name_id = new_id(), new_id()
    quiet = paper.reason == GENDER
    db.add(
        unit, PersonName, id=name_id, person_id=person_id, kind=QUIET if quiet else FORMER, source=paper.reason,
        value=keys.seal(unit, person_id, keys.place(PersonName, "value", name_id), was), since=unit.now.date(),
    )  # fmt: skip
    sealed = keys.seal(unit, person_id, place, became)
    db.change(unit, update(db.table(Person)).where(P.id == person_id).values(name=sealed))
    db.add(
        unit, NameChange, id=change_id, person_id=person_id, name_id=name_id, reason=paper.reason, paper=paper.kind,
        paper_day=paper.day, by=actor.account_id, department=department, at=unit.now,
    )  # fmt: skip
    indexing.index(unit, person_id)
    events.record(unit, PersonRenamed(person_id, change_id))


def before(unit: Unit, change_id: UUID) -> str:
    """The name that a change took the place of; "" where it is known no more."""
    change = db.row(unit, ONE, change=change_id)
    row = db.row(unit, BEFORE, name=change.name_id) if change else None
    if change is None or row is None:
        return ""
    return keys.open(unit, change.person_id, keys.place(PersonName, "value", row.id), row.value)


def merge(unit: Unit, old: UUID, kept: UUID) -> None:
    db.change(unit, update(db.table(NameChange)).where(N.person_id == old).values(person_id=kept))

"""A person as the record has her, whole: every name and way to reach her, where each comes from, and her household."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from app.kit import db, keys
from app.kit.db import Unit
from app.people.models import Address, ContactPoint, Person, PersonFact, PersonName

P, N, F, C, A = (db.table(model).c for model in (Person, PersonName, PersonFact, ContactPoint, Address))
PERSON = select(P.id, P.name, P.identifier).where(P.id == bindparam("id"))
NAMES = select(N.id, N.kind, N.value, N.source, N.since).where(N.person_id == bindparam("id")).order_by(N.since, N.id)
FACTS = select(F.key, F.value, F.source, F.since).where(F.person_id == bindparam("id")).order_by(F.since, F.id)
CONTACTS = (
    select(C.id, C.kind, C.value, C.source, C.since, C.bounced_at)
    .where(C.person_id == bindparam("id"))
    .order_by(C.kind, C.since.desc(), C.id.desc())
)
ADDRESSES = (
    select(A.id, A.value, A.source, A.since).where(A.person_id == bindparam("id")).order_by(A.since.desc(), A.id.desc())
)
HOUSEHOLD = (
    select(F.person_id)
    .where(F.key == "household", F.value == bindparam("household"), F.person_id != bindparam("id"))
    .order_by(F.person_id)
    .limit(20)
)


@dataclass(frozen=True)
class Value:
    """What the town knows, where it comes from and since when. `amiss`: mail to it came back."""

    kind: str
    value: Any
    source: str
    since: date
    amiss: bool = False


@dataclass(frozen=True)
class Whole:
    """`identifier` is the number of a document with its kind, or None; the newest of each kind of contact and address
    comes first."""

    id: UUID
    name: str
    names: tuple[Value, ...]
    identifier: dict[str, str] | None
    born: Value | None
    language: str
    channels: tuple[str, ...]
    contacts: tuple[Value, ...]
    addresses: tuple[Value, ...]
    household: tuple[UUID, ...]


def whole(unit: Unit, person_id: UUID) -> Whole | None:
    """Nobody where there is none, or where she was erased. Who sees it is the caller's to check, and to write down."""
    person = db.row(unit, PERSON, id=person_id)
    if person is None:
        return None
    try:
        name = keys.open(unit, person_id, keys.place(Person, "name", person_id), person.name)
    except keys.Erased:
        return None
    facts: dict[str, list[Any]] = {}
    for fact in db.rows(unit, FACTS, id=person_id):
        facts.setdefault(fact.key, []).append(fact)
    identifier = person.identifier and keys.open(
        unit, person_id, keys.place(Person, "identifier", person_id), person.identifier
    )
    home = next(iter(facts.get("household", ())), None)
    return Whole(
        id=person_id,
        name=name,
        names=tuple(
            Value(row.kind, _open(unit, person_id, PersonName, row), row.source, row.since)
            for row in db.rows(unit, NAMES, id=person_id)
        ),
        identifier=json.loads(identifier) if identifier else None,
        born=next((Value("born", row.value, row.source, row.since) for row in facts.get("born", ())), None),
        language=next((row.value for row in facts.get("language", ())), ""),
        channels=tuple(row.value for row in facts.get("channel", ())),
        contacts=tuple(
            Value(row.kind, _open(unit, person_id, ContactPoint, row), row.source, row.since, bool(row.bounced_at))
            for row in db.rows(unit, CONTACTS, id=person_id)
        ),
        addresses=tuple(
            Value("address", json.loads(_open(unit, person_id, Address, row)), row.source, row.since)
            for row in db.rows(unit, ADDRESSES, id=person_id)
        ),
        household=tuple(row.person_id for row in db.rows(unit, HOUSEHOLD, household=home.value, id=person_id))
        if home
        else (),
    )


def _open(unit: Unit, person_id: UUID, model: Any, row: Any) -> str:
    return keys.open(unit, person_id, keys.place(model, "value", row.id), row.value)

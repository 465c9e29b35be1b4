"""Reading the record: one person as the town knows her, each value with its source and date."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from app.kit import db, keys
from app.people.models import Address, ContactPoint, Person, PersonFact
from app.people.needs import telling

P, F, C, A = (db.table(model).c for model in (Person, PersonFact, ContactPoint, Address))
PERSON = select(P.id, P.name, P.identifier).where(P.id == bindparam("id"))
NAMES = select(P.id, P.name).where(P.id.in_(bindparam("ids", expanding=True)))
FACTS = select(F.key, F.value, F.source, F.since).where(F.person_id == bindparam("id")).order_by(F.since, F.id)
CONTACTS = (
    select(C.id, C.kind, C.value, C.source, C.since, C.bounced_at)
    .where(C.person_id == bindparam("id"))
    .order_by(C.since.desc(), C.id.desc())
)
ADDRESSES = (
    select(A.id, A.value, A.source, A.since)
    .where(A.person_id == bindparam("id"))
    .order_by(A.since.desc(), A.id.desc())
    .limit(1)
)


@dataclass(frozen=True)
class Known:
    """A value the town knows, where it comes from, and since when."""

    value: Any
    source: str
    since: date


@dataclass(frozen=True)
class Record:
    """A person as the town knows her. `named` is the answer of a person field, `address` that of an address field."""

    id: UUID
    name: str
    named: Known | None
    address: Known | None
    email: Known | None
    phone: Known | None
    language: str
    needs: tuple[str, ...]
    channels: tuple[str, ...]

    def lines(self) -> tuple[str, ...]:
        """The registered address as it stands on a letter below the name; () where there is none."""
        return () if self.address is None else lines(self.address.value)


def lines(address: Mapping[str, Any]) -> tuple[str, ...]:
    """An address as it stands on a letter; where to leave word, for whoever has none."""
    given = {part: str(value) for part, value in address.items() if isinstance(value, str)}
    home = " ".join(given.get(part, "") for part in ("street", "number")).strip()
    inside = " ".join(given.get(part, "") for part in ("floor", "door")).strip()
    place = " ".join(given.get(part, "") for part in ("postcode", "town")).strip()
    return tuple(line for line in (given.get("word", ""), ", ".join(filter(None, (home, inside))), place) if line)


def name(unit: db.Unit, person_id: UUID) -> str:
    return names(unit, [person_id]).get(person_id, "")


def names(unit: db.Unit, ids: Iterable[UUID]) -> dict[UUID, str]:
    """The names of many people with two queries; an erased person is missing."""
    wanted = list(dict.fromkeys(ids))
    keys.fetch(unit, wanted)
    found = {}
    for row in db.rows(unit, NAMES, ids=wanted):
        try:
            found[row.id] = keys.open(unit, row.id, keys.place(Person, "name", row.id), row.name)
        except keys.Erased:
            continue
    return found


def record(unit: db.Unit, person_id: UUID) -> Record | None:
    """Everything the town knows to prefill a form and to serve a person well."""
    person = db.row(unit, PERSON, id=person_id)
    if person is None:
        return None
    own = keys.open(unit, person_id, keys.place(Person, "name", person_id), person.name)
    facts = db.rows(unit, FACTS, id=person_id)
    first = {fact.key: fact for fact in facts}
    contacts = _contacts(unit, person_id)
    return Record(
        id=person_id,
        name=own,
        named=_named(unit, person_id, own, person.identifier, first.get("born")),
        address=_address(unit, person_id),
        email=contacts.get("email"),
        phone=contacts.get("phone"),
        language=first["language"].value if "language" in first else "",
        needs=telling.names(unit, telling.Whose(person_id, None)),
        channels=tuple(fact.value for fact in facts if fact.key == "channel"),
    )


def _named(unit: db.Unit, person_id: UUID, own: str, identifier: bytes | None, born: Any) -> Known | None:
    if born is None:
        return None
    value: dict[str, Any] = {"name": own, "born": born.value}
    if identifier is not None:
        value["identifier"] = json.loads(
            keys.open(unit, person_id, keys.place(Person, "identifier", person_id), identifier)
        )
    return Known(value, born.source, born.since)


def _contacts(unit: db.Unit, person_id: UUID) -> dict[str, Known]:
    found: dict[str, Known] = {}
    for row in db.rows(unit, CONTACTS, id=person_id):
        if row.kind not in found and row.bounced_at is None:
            value = keys.open(unit, person_id, keys.place(ContactPoint, "value", row.id), row.value)
            found[row.kind] = Known(value, row.source, row.since)
    return found


def _address(unit: db.Unit, person_id: UUID) -> Known | None:
    row = db.row(unit, ADDRESSES, id=person_id)
    if row is None:
        return None
    value = json.loads(keys.open(unit, person_id, keys.place(Address, "value", row.id), row.value))
    return Known(value, row.source, row.since)

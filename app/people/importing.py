"""Importing people from a town folder: the same file twice changes nothing."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, select, update

from app.kit import crypto, db, keys
from app.kit.ids import new_id
from app.people.care import noting as care
from app.people.consents import saying as consents
from app.people.homes import keeping as homes
from app.people.identifying import number_token
from app.people.models import Address, ContactPoint, NameChange, Person, PersonFact, PersonName
from app.people.needs import keeping as needs
from app.people.needs import telling
from app.people.search import indexing

P, C = db.table(Person).c, db.table(ContactPoint).c
BY_KEY = select(P.id).where(P.register_key == bindparam("key"))
SOURCE, SELF = "register", "self"
HERS = select(C.id).where(C.person_id == bindparam("person"), C.token == bindparam("token"))


def import_people(unit: db.Unit, people: Sequence[Mapping[str, Any]]) -> dict[str, UUID]:
    """Write the people of `people.yaml` that the record knows; their ids by key."""
    return {
        str(entry["key"]): _import(unit, entry)
        for entry in people
        if str(entry.get("record", "true")).lower() != "false"
    }


def _import(unit: db.Unit, entry: Mapping[str, Any]) -> UUID:
    key = str(entry["key"])
    known = db.value(unit, BY_KEY, key=key)
    if known is not None:
        return known  # type: ignore[no-any-return]
    person_id = new_id()
    keys.make(unit, person_id)
    identifier = entry.get("identifier")
    db.add(
        unit, Person, id=person_id, register_key=key, created_at=unit.now,
        name=keys.seal(unit, person_id, keys.place(Person, "name", person_id), str(entry["name"])),
        identifier=keys.seal(unit, person_id, keys.place(Person, "identifier", person_id), json.dumps(identifier))
        if identifier
        else None,
        number_token=number_token(unit, str(identifier["value"])) if identifier and identifier.get("value") else None,
    )  # fmt: skip
    since = date.fromisoformat(str(entry.get("since", unit.now.date() - timedelta(days=365))))
    for name, value in _facts(entry):
        db.add(unit, PersonFact, id=new_id(), person_id=person_id, key=name, value=value, source=SOURCE, since=since)
    for kind in ("email", "phone"):
        if entry.get(kind):
            add_contact(unit, person_id, kind, str(entry[kind]), SOURCE, since)
    if entry.get("address"):
        add_address(unit, person_id, {"in_town": True, **entry["address"]}, SOURCE, since)
    told = {str(need): "" for need in entry.get("access_needs", ())}
    telling.tell(unit, telling.Whose(person_id, None), told, telling.By(telling.REGISTER, None))
    for kind in ("latin", "preferred"):
        if other := str(entry.get(f"{kind}_name") or ""):
            add_name(unit, person_id, kind, other, SOURCE, since)
    indexing.index(unit, person_id)
    return person_id


def _facts(entry: Mapping[str, Any]) -> list[tuple[str, str]]:
    single = [(name, str(entry[name])) for name in ("born", "language", "household", "district") if entry.get(name)]
    channels = [("channel", str(channel)) for channel in entry.get("channels", ())]
    return single + channels


def add_name(unit: db.Unit, person_id: UUID, kind: str, value: str, source: str, since: date) -> None:
    """Add another name. She is found by it once she is indexed anew."""
    row_id = new_id()
    sealed = keys.seal(unit, person_id, keys.place(PersonName, "value", row_id), value)
    db.add(unit, PersonName, id=row_id, person_id=person_id, kind=kind, value=sealed, source=source, since=since)


def add_contact(unit: db.Unit, person_id: UUID, kind: str, value: str, source: str, since: date) -> None:
    """Add an e-mail address or a phone; the newest of a kind is the one in use."""
    row_id = new_id()
    db.add(
        unit, ContactPoint, id=row_id, person_id=person_id, kind=kind, source=source, since=since, bounced_at=None,
        value=keys.seal(unit, person_id, keys.place(ContactPoint, "value", row_id), value),
        token=contact_token(unit, kind, value),
    )  # fmt: skip


def add_address(unit: db.Unit, person_id: UUID, value: Mapping[str, Any], source: str, since: date) -> UUID:
    """Add an address; the newest is the one in use."""
    row_id = new_id()
    sealed = keys.seal(unit, person_id, keys.place(Address, "value", row_id), json.dumps(value, ensure_ascii=False))
    db.add(unit, Address, id=row_id, person_id=person_id, value=sealed, source=source, since=since)
    return row_id


def contact_token(unit: db.Unit, kind: str, value: str) -> bytes:
    return crypto.blind(unit.town.keys, kind, value.strip().lower())


def mark_bounced(unit: db.Unit, kind: str, value: str) -> int:
    """Mail to this contact point came back; how many people it belongs to."""
    table = db.table(ContactPoint)
    token = contact_token(unit, kind, value)
    return db.change(unit, update(table).where(table.c.token == token).values(bounced_at=unit.now))


def readdress(unit: db.Unit, person_id: UUID, old: str, new: str) -> bool:
    """She has another e-mail address herself. Only where the old one is known of her: another one is another matter."""
    known = db.rows(unit, HERS, person=person_id, token=contact_token(unit, "email", old))
    if known:
        add_contact(unit, person_id, "email", new, SELF, unit.now.date())
    return bool(known)


def clear(unit: db.Unit, person_id: UUID) -> None:
    """Erase a person: rows go, and the key with them."""
    indexing.forget(unit, person_id)
    needs.erase(unit, person_id)
    care.erase(unit, person_id)
    consents.erase(unit, person_id)
    homes.forget(unit, person_id)
    for model in (NameChange, PersonFact, PersonName, ContactPoint, Address):
        table = db.table(model)
        db.change(unit, delete(table).where(table.c.person_id == person_id))
    people = db.table(Person)
    db.change(unit, update(people).where(people.c.id == person_id).values(number_token=None))
    keys.destroy(unit, person_id)

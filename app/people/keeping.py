"""The record itself when two are one, when it is erased, and when its person asks for it."""

import json
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlmodel import SQLModel

from app.kit import db, keys
from app.kit.db import Unit
from app.kit.keeping import Keeper
from app.people.care import noting as care
from app.people.consents import saying as consents
from app.people.homes import keeping as homes
from app.people.importing import add_name, clear
from app.people.models import Address, ContactPoint, PersonFact, PersonName
from app.people.names import changing as renaming
from app.people.needs import keeping as needs
from app.people.needs import telling
from app.people.record import name, record
from app.people.search import indexing

SEALED: tuple[type[SQLModel], ...] = (PersonName, ContactPoint, Address)
MERGED = "merged"


def merge(unit: Unit, old: UUID, kept: UUID) -> None:
    """Facts, names, contact points and addresses go over, sealed anew; the old record's key and rest are erased. She is
    found by the name of either."""
    before, now = name(unit, old), name(unit, kept)
    if before and before != now:
        add_name(unit, kept, "former", before, MERGED, unit.now.date())
    facts = db.table(PersonFact)
    db.change(unit, update(facts).where(facts.c.person_id == old).values(person_id=kept))
    for model in SEALED:
        table = db.table(model)
        query = select(table.c.id, table.c.value).where(table.c.person_id == bindparam("old"))
        for row in db.rows(unit, query, old=old):
            place = keys.place(model, "value", row.id)
            value = keys.seal(unit, kept, place, keys.open(unit, old, place, row.value))
            db.change(unit, update(table).where(table.c.id == row.id).values(person_id=kept, value=value))
    needs.merge(unit, old, kept)
    care.merge(unit, old, kept)
    renaming.merge(unit, old, kept)
    homes.merge(unit, old, kept)
    consents.merge(unit, old, kept)
    clear(unit, old)
    indexing.index(unit, kept)


def export(unit: Unit, person_id: UUID) -> Any:
    known = record(unit, person_id)
    if known is None:
        return None
    values = {"named": known.named, "address": known.address, "email": known.email, "phone": known.phone}
    return {
        "name": known.name,
        "language": known.language,
        "care": [
            {"kind": each.kind, "words": each.words, "since": each.since.isoformat(), "until": each.until.isoformat()}
            for each in care.told(unit, person_id)
        ],
        "access_needs": [
            {
                "need": told.need,
                "words": told.words,
                "source": told.source,
                "since": told.since.isoformat(),
                "ended": told.ended.isoformat() if told.ended else None,
            }
            for told in telling.history(unit, telling.Whose(person_id, None))
        ],
        "consents": [
            {"what": each.what, "agreed": each.agreed, "how": each.how, "at": each.at.isoformat()}
            for each in consents.history(unit, person_id)
        ],
        "channels": list(known.channels),
        **{name: json.loads(json.dumps(value.value)) for name, value in values.items() if value is not None},
    }


KEEPER = Keeper(
    "people",
    frozenset(
        {
            "access_need",
            "address_change",
            "care_note",
            "consent",
            "name_change",
            "person_fact",
            "person_name",
            "person_token",
            "contact_point",
            "address",
        }
    ),
    merge,
    clear,
    export,
)

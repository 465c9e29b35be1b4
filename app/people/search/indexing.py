"""The tokens that a person is found under, written anew whenever her names change."""

from uuid import UUID

from sqlalchemy import bindparam, delete, select

from app.kit import blinding, db, keys
from app.kit.crypto import Keyring
from app.kit.db import Unit
from app.people.models import Person, PersonName, PersonToken

NAME = "name"
P, N = db.table(Person).c, db.table(PersonName).c
PERSON = select(P.id, P.name).where(P.id == bindparam("id"))
OTHER_NAMES = select(N.id, N.value).where(N.person_id == bindparam("id"))


def index(unit: Unit, person_id: UUID) -> None:
    """Every token of a person as the record has her now."""
    person = db.row(unit, PERSON, id=person_id)
    if person is None:
        return
    named = [keys.open(unit, person_id, keys.place(Person, "name", person_id), person.name)]
    for other in db.rows(unit, OTHER_NAMES, id=person_id):
        named.append(keys.open(unit, person_id, keys.place(PersonName, "value", other.id), other.value))
    made: set[bytes] = set()
    for name in named:
        made |= tokens_of_name(unit.town.keys, name)
    forget(unit, person_id)
    rows = [{"token": token, "person_id": person_id} for token in sorted(made)]
    unit.connection.execute(db.table(PersonToken).insert(), rows)


def tokens_of_name(ring: Keyring, name: str) -> frozenset[bytes]:
    return blinding.tokens(ring, NAME, name) | blinding.pairs(ring, NAME, name)


def forget(unit: Unit, person_id: UUID) -> None:
    """She is found no more."""
    table = db.table(PersonToken)
    db.change(unit, delete(table).where(table.c.person_id == person_id))

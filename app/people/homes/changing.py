"""Changing where somebody lives in the record. The address before stays, with its dates. Every SELECT of it is here."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app.kit import db, events, keys
from app.kit.db import Unit
from app.kit.ids import new_id
from app.people.events import AddressChanged
from app.people.homes.models import AddressChange
from app.people.importing import add_address
from app.people.models import Address, Person, PersonFact
from app.people.record import lines, record
from app.people.search.whole import HOUSEHOLD

SOURCE, HOUSE = "case", "household"
A, F, H, P = (db.table(model).c for model in (Address, PersonFact, AddressChange, Person))
HELD = select(P.id).where(P.id == bindparam("person")).with_for_update()
LATEST = select(A.id, A.value).where(A.person_id == bindparam("person")).order_by(A.since.desc(), A.id.desc()).limit(1)
HOUSE_OF = select(F.id, F.value).where(F.person_id == bindparam("person"), F.key == HOUSE).limit(1)
ONE = select(*H).where(H.id == bindparam("change"))
VALUES = select(A.id, A.value).where(A.id.in_(bindparam("ids", expanding=True)))


@dataclass(frozen=True)
class Home:
    """An address as a form answers it, since when, and where that was asked and by whom it was written."""

    address: Mapping[str, Any]
    since: date
    case_id: UUID
    by: UUID | None


@dataclass(frozen=True)
class Change:
    """One change in lines to read: `was` is empty where no address was known."""

    person_id: UUID
    case_id: UUID
    was: tuple[str, ...]
    became: tuple[str, ...]


def movers(unit: Unit, person_id: UUID, *, together: bool) -> Sequence[UUID]:
    """Who moves: she alone, or everybody whom the record has in her household."""
    house = db.row(unit, HOUSE_OF, person=person_id)
    if not together or house is None:
        return [person_id]
    return [person_id, *(row.person_id for row in db.rows(unit, HOUSEHOLD, household=house.value, id=person_id))]


def move_together(unit: Unit, whole: Sequence[UUID], some: Sequence[UUID], home: Home) -> None:
    """Those of a household who move; where others of it stay, those who move are a household of their own."""
    parted = None if set(whole) <= set(some) else str(new_id())
    for person_id in some:
        move(unit, person_id, home, together=True)
        house = db.row(unit, HOUSE_OF, person=person_id) if parted else None
        if house is not None:
            facts = {"value": parted, "source": SOURCE, "since": home.since}
            db.change(unit, update(db.table(PersonFact)).where(F.id == house.id).values(facts))


def move(unit: Unit, person_id: UUID, home: Home, *, together: bool) -> None:
    """She lives there now; who moves alone leaves the household. Nothing where she lives there already."""
    db.row(unit, HELD, person=person_id)
    before = db.row(unit, LATEST, person=person_id)
    if before is not None and lines(_open(unit, person_id, before)) == lines(home.address):
        return
    became = add_address(unit, person_id, home.address, SOURCE, home.since)
    change_id = new_id()
    db.add(
        unit, AddressChange, id=change_id, person_id=person_id, was=before.id if before else None, became=became,
        since=home.since, case_id=home.case_id, by=home.by, at=unit.now,
    )  # fmt: skip
    house = db.row(unit, HOUSE_OF, person=person_id)
    if house is not None and not together:
        alone = {"value": str(change_id), "source": SOURCE, "since": home.since}
        db.change(unit, update(db.table(PersonFact)).where(F.id == house.id).values(alone))
    events.record(unit, AddressChanged(person_id, change_id))


def one(unit: Unit, change_id: UUID) -> Change | None:
    """What changed; None where it is known no more."""
    row = db.row(unit, ONE, change=change_id)
    if row is None or record(unit, row.person_id) is None:
        return None
    ids = [each for each in (row.was, row.became) if each]
    found = {each.id: lines(_open(unit, row.person_id, each)) for each in db.rows(unit, VALUES, ids=ids)}
    return Change(row.person_id, row.case_id, found.get(row.was, ()), found.get(row.became, ()))


def _open(unit: Unit, person_id: UUID, row: Any) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(keys.open(unit, person_id, keys.place(Address, "value", row.id), row.value))
    return value

"""What the town puts into a form by itself: what the record knows of a person, with its source and date."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from app import people
from app.cases.helping import reaching as helping
from app.kit.actor import Actor
from app.kit.db import Unit
from app.people import caring, consenting


def mine(unit: Unit, actor: Actor) -> dict[str, Any]:
    """What the town may put into a form of this actor: at level 2 her own record, else nothing."""
    person_id = actor.acting_for or actor.person_id
    if person_id is None or (actor.level < 2 and actor.acting_for is None):
        return {}
    return of_record(unit, person_id)


def of_record(unit: Unit, person_id: UUID) -> dict[str, Any]:
    """What the record knows of a person, by the names that forms call it; never an address that is protected: a form
    lies open on tables, and whoever has its code reads on."""
    return {name: known.value for name, known in _known(unit, person_id).items() if known is not None}


def _known(unit: Unit, person_id: UUID) -> dict[str, people.Known | None]:
    record = people.record(unit, person_id)
    if record is None or not consenting.allows(unit, person_id, consenting.PREFILL):
        return {}
    return {
        "person.self": record.named,
        **{f"person.{part}": _part(record.named, part) for part in ("name", "born", "identifier")},
        "person.address": None if caring.hides_address(unit, person_id, None) else record.address,
        "person.email": record.email,
        "person.phone": record.phone,
    }


def _part(named: people.Known | None, part: str) -> people.Known | None:
    """One answer of a person field, for a form that asks for no more."""
    value = None if named is None else named.value.get(part)
    return replace(named, value=value) if named is not None and value else None


def source(unit: Unit, actor: Actor, prefill_name: str) -> people.Known | None:
    """Where a prefilled value comes from and since when."""
    actor = helping.acting(unit, actor)
    person_id = actor.acting_for or actor.person_id
    if person_id is None or (actor.level < 2 and actor.acting_for is None):
        return None
    return _known(unit, person_id).get(prefill_name)

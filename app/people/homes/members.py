"""Who lives with somebody by the record, by the names and the day of birth that it has of each."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.kit.db import Unit
from app.people.homes.changing import movers
from app.people.search.whole import whole


@dataclass(frozen=True)
class Member:
    person_id: UUID
    names: tuple[str, ...]
    born: date | None


def members(unit: Unit, person_id: UUID) -> list[Member]:
    """Everybody of her household but herself, whom the record still knows."""
    found = []
    for other in movers(unit, person_id, together=True)[1:]:
        known = whole(unit, other)
        if known is not None:
            born = date.fromisoformat(str(known.born.value)) if known.born else None
            found.append(Member(other, (known.name, *(str(each.value) for each in known.names)), born))
    return found

"""What comes round in a street, and on which days: on the page of the service, in a calendar, in reminders."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from app.catalogue.content import lookup, profile
from app.catalogue.definition import Service
from app.catalogue.reading import texts
from app.forms import find_key, rounds
from app.kit.db import Unit


class Round(NamedTuple):
    """A day, and the ids of what comes on it."""

    day: date
    what: tuple[str, ...]


def streets(unit: Unit, service: Service) -> tuple[str, ...]:
    """In the order in which people look for them, whatever the order of the table."""
    return (
        tuple(sorted(lookup(unit, service.id, service.calendar.table), key=rounds.looked_for))
        if service.calendar
        else ()
    )


def street_of(unit: Unit, service: Service, wanted: str) -> str | None:
    """The street that somebody means, as the table writes it."""
    if service.calendar is None or not wanted:
        return None
    return find_key(lookup(unit, service.id, service.calendar.table), wanted)


def slug(street: str) -> str:
    """A street in an address: calle-de-las-redes."""
    return "-".join(rounds.folded(street).split())


def by_slug(unit: Unit, service: Service, wanted: str) -> str | None:
    return next((street for street in streets(unit, service) if slug(street) == wanted), None)


def coming(unit: Unit, service: Service, street: str, first: date, days: int) -> Iterator[Round]:
    """Every day of the next `days` on which something comes; not on those on which nobody works."""
    if service.calendar is None:
        return
    row = lookup(unit, service.id, service.calendar.table).get(street, {})
    closed = frozenset(date.fromisoformat(str(each["date"])) for each in profile(unit).get("holidays", ()))
    last = first + timedelta(days=days)
    found: dict[date, list[str]] = {}
    for column in service.calendar.columns:
        for day in rounds.days(row.get(column, ""), first, last, closed):
            found.setdefault(day, []).append(column)
    for day in sorted(found):
        yield Round(day, tuple(found[day]))


def called(unit: Unit, service: Service, what: tuple[str, ...], locale: str) -> tuple[str, ...]:
    t = texts(unit, service, locale)
    return tuple(str(t(f"calendar.{each}.name")) for each in what)

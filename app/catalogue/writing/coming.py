"""What is on and what holds at an hour; and until when a page that shows it may be kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from app.catalogue.content import lookup, town
from app.catalogue.shelf import derived
from app.catalogue.writing.facts import AnnouncementKind
from app.catalogue.writing.reading import Announcement, LocalEvent, announcements, local_events
from app.catalogue.writing.recurring import dates
from app.kit.db import Unit

URGENT: tuple[AnnouncementKind, ...] = ("weather", "water", "power", "closed", "works")
NEXT = 6
"""Dates of an event that are told at once."""


@dataclass(frozen=True)
class Date:
    """One time that an event takes place, in the town's zone."""

    event: LocalEvent
    begins: datetime
    ends: datetime

    @property
    def day(self) -> date:
        return self.begins.date()


def next_dates(unit: Unit, event: LocalEvent, most: int = NEXT) -> tuple[Date, ...]:
    """The times of an event that are not over, the next one first."""
    zone = ZoneInfo(town(unit, event.texts.locale).zone)
    found = islice(dates(event.facts, zone, unit.now), most)
    return tuple(Date(event, begins.astimezone(zone), ends.astimezone(zone)) for begins, ends in found)


def coming(unit: Unit, locale: str, most: int) -> tuple[Date, ...]:
    """Each event at its next time, in the order of these times."""
    found = (date for event in local_events(unit, locale) for date in next_dates(unit, event, 1))
    return tuple(sorted(found, key=lambda each: (each.begins, each.event.id))[:most])


def standing(unit: Unit, locale: str, street: str = "") -> tuple[Announcement, ...]:
    """The announcements that hold now: of a street, if one is given, with those for all of the town. What may hurt
    somebody comes first."""
    holding = (
        each
        for each in announcements(unit, locale)
        if each.begins <= unit.now < each.until and (not street or not each.streets or street in each.streets)
    )
    return tuple(sorted(holding, key=lambda each: URGENT.index(each.kind)))


def announcements_change(unit: Unit, locale: str) -> tuple[datetime, ...]:
    """When announcements begin or end from now on."""
    moments = (moment for each in announcements(unit, locale) for moment in (each.begins, each.until))
    return tuple(moment for moment in moments if moment > unit.now)


def streets(unit: Unit) -> tuple[str, ...]:
    """The streets of the town's table, as it writes them, in their order."""

    def make() -> tuple[str, ...]:
        return tuple(sorted(lookup(unit, "", "streets")))

    return derived(unit, ("streets",), make)


def over(dates: Iterable[Date]) -> tuple[datetime, ...]:
    """When the dates on a page are over."""
    return tuple(each.ends for each in dates)

"""Local events as calendar files (RFC 5545): the same event keeps its UID in every file and language."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vRecur

from app.catalogue.content import town
from app.catalogue.versioning import content_version
from app.catalogue.writing.reading import LocalEvent
from app.catalogue.writing.saying import address
from app.kit.db import Unit

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
YEARS = 15
"""For so long from the first event the file knows when the clocks change."""
FETCHED = timedelta(days=1)
"""So often a calendar that subscribed looks for new dates."""


def calendar(unit: Unit, events: tuple[LocalEvent, ...], locale: str) -> bytes:
    known, first = town(unit, locale), min((each.facts.starts.year for each in events), default=BEGINNING.year)
    made = Calendar()
    made.add("prodid", "-//Ventanilla//Local events//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", known.name)
    made.add("x-wr-timezone", known.zone)
    made.add("refresh-interval", FETCHED, parameters={"VALUE": "DURATION"})
    made.add_component(_zone(known.zone, first))
    for event in events:
        made.add_component(_event(unit, event, ZoneInfo(known.zone), locale))
    return bytes(made.to_ical())


def _zone(name: str, first: int) -> Timezone:
    """When the clocks change. They change by the time that was before (RFC 5545, 3.6.5): in spring at two, which
    nobody's clock shows as three."""
    made = Timezone.from_tzid(name, first_date=date(first, 1, 1), last_date=date(first + YEARS, 1, 1))
    for part in made.daylight:
        ahead = part.TZOFFSETTO - part.TZOFFSETFROM
        dates: Any = part.pop("RDATE")
        part.add("dtstart", part.pop("DTSTART").dt - ahead)
        part.add("rdate", [each.dt - ahead for each in dates.dts])
    return made


def _event(unit: Unit, event: LocalEvent, zone: ZoneInfo, locale: str) -> Event:
    facts, base = event.facts, unit.town.base_url
    made = Event()
    made.add("uid", f"{event.id}@{urlsplit(base).hostname}")
    made.add("dtstamp", _changed(unit))
    made.add("dtstart", facts.starts.replace(tzinfo=zone))
    made.add("dtend", facts.ends.replace(tzinfo=zone))
    if facts.repeat:
        made.add("rrule", vRecur.from_ical(facts.repeat))
    for day in facts.without:
        made.add("exdate", datetime.combine(day, facts.starts.time(), zone))
    made.add("summary", event.title)
    made.add("description", f"{event.summary}\n\n{event.say('access')}")
    where = address(unit, event, locale)
    made.add("location", ", ".join(part for part in (event.say("place"), where) if part))
    made.add("url", f"{base}/{locale}{event.path}")
    return made


def _changed(unit: Unit) -> datetime:
    """When the content changed last, as its version says: the same file until then."""
    version = content_version(unit)
    return BEGINNING + timedelta(milliseconds=UUID(version).int >> 80) if version else BEGINNING

"""The days of a street as a calendar file that phones fetch again and again (RFC 5545)."""

from datetime import timedelta

from icalendar import Calendar, Event
from starlette.requests import Request

from app.catalogue import rounds
from app.catalogue.content import town
from app.catalogue.reading import service_by_slug, texts
from app.kit.db import Unit
from app.kit.edge import locale_of
from app.kit.errors import NotFound
from app.kit.i18n import lang_tag, listed
from app.kit.pages import Data

AHEAD = 183
"""Days: half a year, so that a phone that fetches the file once is right for long."""


def show(request: Request, unit: Unit) -> Data:
    """Each day has a name of its own that stays, so that a phone changes an entry and never makes a second one."""
    locale = locale_of(request)
    service = service_by_slug(unit, request.path_params["slug"])
    street = rounds.by_slug(unit, service, request.path_params["street"]) if service else None
    place = town(unit, locale)
    if service is None or street is None or place is None:
        raise NotFound
    title = f"{texts(unit, service, locale)('service.name')}: {street}"
    calendar = Calendar()
    calendar.add("prodid", f"-//{place.name}//Ventanilla//{lang_tag(locale).upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    calendar.add("refresh-interval", timedelta(days=7), parameters={"VALUE": "DURATION"})
    today = unit.today
    for each in rounds.coming(unit, service, street, today, AHEAD):
        event = Event()
        event.add("uid", f"{each.day.isoformat()}.{service.slug}.{rounds.slug(street)}@{unit.town.hosts[0]}")
        event.add("dtstamp", unit.now.replace(hour=0, minute=0, second=0, microsecond=0))
        event.add("dtstart", each.day)
        event.add("dtend", each.day + timedelta(days=1))
        event.add("summary", listed(rounds.called(unit, service, each.what, locale), locale))
        event.add("location", street)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return Data(calendar.to_ical(), "text/calendar; charset=utf-8")

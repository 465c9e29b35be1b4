"""Local events: what is on, one of them, and both as calendar files."""

from starlette.requests import Request

from app.catalogue.machines.events import an_event
from app.catalogue.machines.standing import stand, stand_list, url_of
from app.catalogue.markdown import isolated, prose
from app.catalogue.writing.calendar import calendar
from app.catalogue.writing.coming import coming, next_dates, over
from app.catalogue.writing.event_pages import EventPage, EventsPage
from app.catalogue.writing.reading import LocalEvent, local_events
from app.catalogue.writing.saying import (
    address,
    ask,
    booking,
    cost,
    line,
    offered,
    office_link,
    office_of,
    repeats,
    when,
)
from app.kit.cache import keep_until
from app.kit.db import Unit
from app.kit.edge import locale_of
from app.kit.errors import NotFound
from app.kit.pages import Data

ALL = 1_000
TYPE = "text/calendar; charset=utf-8"


def index(request: Request, unit: Unit) -> EventsPage:
    locale = locale_of(request)
    dates = coming(unit, locale, ALL)
    keep_until(request, over(dates))
    stand_list(request, unit, "events")
    return EventsPage(tuple(line(unit, date, locale) for date in dates), f"/{locale}/events.ics")


def feed(request: Request, unit: Unit) -> Data:
    """Every event, for calendars that subscribe."""
    locale = locale_of(request)
    return Data(calendar(unit, local_events(unit, locale), locale), TYPE)


def show(request: Request, unit: Unit) -> EventPage:
    locale = locale_of(request)
    event = _found(request, unit)
    facts, dates = event.facts, next_dates(unit, event)
    keep_until(request, over(dates))
    office = office_of(unit, facts, locale)
    about = an_event(unit, event, dates, url_of(request, unit), locale)
    stand(request, unit, event.title, event.summary, above=["events"], about=about)
    return EventPage(
        title=event.title,
        summary=event.summary,
        body=prose(event.body, locale),
        repeats=repeats(facts, locale),
        dates=tuple(when(date, locale) for date in dates),
        place=event.say("place"),
        address=address(unit, event, locale),
        office=office_link(office, locale) if office else None,
        access=isolated(event.say("access")),
        there=offered(facts, locale),
        cost=cost(unit, facts, locale),
        booking=booking(facts, locale),
        ask=ask(unit, facts.department, locale),
        calendar_url=f"/{locale}{event.path}.ics",
        fallback_lang=event.title.lang,
        fallback_dir=event.title.dir,
    )


def file(request: Request, unit: Unit) -> Data:
    """One event, to be taken into a calendar."""
    event = _found(request, unit)
    headers = {"Content-Disposition": f'attachment; filename="{event.facts.slug}.ics"'}
    return Data(calendar(unit, (event,), locale_of(request)), TYPE, headers)


def _found(request: Request, unit: Unit) -> LocalEvent:
    for event in local_events(unit, locale_of(request)):
        if event.facts.slug == request.path_params["slug"]:
            return event
    raise NotFound

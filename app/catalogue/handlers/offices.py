"""Offices: open now or when, where, how to get in without stairs, and how to reach them in writing."""

from zoneinfo import ZoneInfo

from starlette.requests import Request

from app.catalogue.content import Office, department_name, offices, town
from app.catalogue.machines.places import office_in_full
from app.catalogue.machines.standing import stand, stand_list
from app.catalogue.markdown import isolated
from app.catalogue.office_pages import DayHours, OfficeLine, OfficePage, OfficesIndexPage
from app.catalogue.opening import WEEK, State, state
from app.catalogue.writing.coming import coming, over
from app.catalogue.writing.saying import line, office_link
from app.kit.cache import keep_until
from app.kit.db import Unit
from app.kit.edge import locale_of
from app.kit.errors import NotFound
from app.kit.i18n import babel_locale, listed, sentences
from app.kit.views import phone

ALL = 1_000


def index(request: Request, unit: Unit) -> OfficesIndexPage:
    locale = locale_of(request)
    stand_list(request, unit, "offices")
    return OfficesIndexPage(tuple(_line(request, unit, office, locale) for office in offices(unit, locale)))


def _line(request: Request, unit: Unit, office: Office, locale: str) -> OfficeLine:
    now = _state(request, unit, office, locale)
    return OfficeLine(
        office_link(office, locale), isolated(office.address), now.open, now.words, isolated(office.hours)
    )


def show(request: Request, unit: Unit) -> OfficePage:
    locale = locale_of(request)
    office = next((each for each in offices(unit, locale) if each.slug == request.path_params["slug"]), None)
    if office is None:
        raise NotFound
    now = _state(request, unit, office, locale)
    here = tuple(each for each in coming(unit, locale, ALL) if each.event.facts.place == office.id)
    keep_until(request, over(here))
    about = office_in_full(unit, office, locale)
    stand(request, unit, office.name, sentences((office.hours, office.access), locale), above=["offices"], about=about)
    return OfficePage(
        name=office.name,
        address=isolated(office.address),
        open=now.open,
        state=now.words,
        hours=isolated(office.hours),
        week=_week(office, locale),
        step_free=office.step_free,
        access=isolated(office.access),
        getting_there=isolated(office.getting_there),
        text_contact=isolated(office.text_contact),
        phone=phone(office.phone),
        phone_url=f"tel:{office.phone}" if office.phone else "",
        email=office.email,
        departments=tuple(department_name(unit, each, locale) for each in office.departments),
        events=tuple(line(unit, date, locale) for date in here),
    )


def _state(request: Request, unit: Unit, office: Office, locale: str) -> State:
    found = state(office, ZoneInfo(town(unit, locale).zone), unit.now, locale)
    keep_until(request, [found.changes] if found.changes else [])
    return found


def _week(office: Office, locale: str) -> tuple[DayHours, ...]:
    """The days on which it opens, as the week of the language begins."""
    known = babel_locale(locale)
    names, first = known.days["stand-alone"]["wide"], known.first_week_day
    days = [(first + ahead) % 7 for ahead in range(7)]
    return tuple(
        DayHours(names[day], listed((hours.replace("-", "–") for hours in office.open[WEEK[day]]), locale))
        for day in days
        if office.open.get(WEEK[day])
    )

"""The front page."""

from collections.abc import Iterator
from urllib.parse import quote

from markupsafe import Markup
from starlette.requests import Request

from app.catalogue.content import featured, often
from app.catalogue.handlers.life_events import tiles
from app.catalogue.handlers.services import lines_of
from app.catalogue.handlers.ways import ways
from app.catalogue.machines.places import town_in_full
from app.catalogue.machines.standing import a_site_with_search, stand
from app.catalogue.reading import services, texts
from app.catalogue.writing.coming import announcements_change, coming, over, standing
from app.catalogue.writing.pages import HomePage
from app.catalogue.writing.saying import line, told
from app.kit.cache import keep_until
from app.kit.db import Unit
from app.kit.edge import locale_of
from app.kit.i18n import N_, translate
from app.kit.views import Named

TITLE = N_("What do you need from the town?")
ABOUT = N_("The town’s services, offices, events and answers: on your phone, in writing or with a person.")
EVENTS, ANNOUNCEMENTS = 3, 2
"""As many as are shown before the page leads on."""


def show(request: Request, unit: Unit) -> HomePage:
    locale = locale_of(request)
    dates, holding = coming(unit, locale, EVENTS), standing(unit, locale)
    keep_until(request, [*over(dates), *announcements_change(unit, locale)])
    known = [service.id for service in services(unit)]
    about = a_site_with_search(unit, locale, town_in_full(unit, locale))
    title = Markup(translate(locale, TITLE)).striptags()  # noqa: S704 (ours: it may say where a line breaks)
    stand(request, unit, title, translate(locale, ABOUT), above=None, about=about)
    return HomePage(
        often=tuple(_searched(unit, locale)),
        announcements=tuple(told(unit, each, locale) for each in holding[:ANNOUNCEMENTS]),
        life_events=tiles(unit, locale),
        services=lines_of(unit, featured(unit) or known, locale),
        how_many=len(known),
        events=tuple(line(unit, date, locale) for date in dates),
        ways=ways(unit, locale),
    )


def _searched(unit: Unit, locale: str) -> Iterator[Named]:
    """What people search for often: of each such service the first of their own words, in this language."""
    known = {service.id: service for service in services(unit)}
    for id in often(unit):
        words = texts(unit, known[id], locale).get("service.words") if id in known else None
        if words and not words.lang:
            first = words.partition(",")[0].strip()
            yield Named(first, f"/{locale}/search?q={quote(first)}")

"""The front page."""

from starlette.requests import Request

from app.catalogue.content import featured
from app.catalogue.handlers.life_events import tiles
from app.catalogue.handlers.services import lines_of
from app.catalogue.handlers.ways import ways
from app.catalogue.reading import services
from app.catalogue.writing.coming import announcements_change, coming, over, standing
from app.catalogue.writing.pages import HomePage
from app.catalogue.writing.saying import line, told
from app.kit.cache import keep_until
from app.kit.db import Unit
from app.kit.edge import locale_of

EVENTS, ANNOUNCEMENTS = 3, 2
"""As many as are shown before the page leads on."""


def show(request: Request, unit: Unit) -> HomePage:
    locale = locale_of(request)
    dates, holding = coming(unit, locale, EVENTS), standing(unit, locale)
    keep_until(request, [*over(dates), *announcements_change(unit, locale)])
    known = [service.id for service in services(unit)]
    return HomePage(
        announcements=tuple(told(unit, each, locale) for each in holding[:ANNOUNCEMENTS]),
        life_events=tiles(unit, locale),
        services=lines_of(unit, featured(unit) or known, locale),
        how_many=len(known),
        events=tuple(line(unit, date, locale) for date in dates),
        ways=ways(unit, locale),
    )

"""The front page."""

from starlette.requests import Request

from app.catalogue.handlers.services import lines
from app.catalogue.handlers.ways import ways
from app.catalogue.pages import HomePage
from app.kit.db import Unit
from app.kit.edge import locale_of


def show(request: Request, unit: Unit) -> HomePage:
    locale = locale_of(request)
    return HomePage(services=lines(unit, locale), ways=ways(unit, locale))

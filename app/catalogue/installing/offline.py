"""The page that a browser shows without network."""

from starlette.requests import Request

from app.catalogue.handlers.ways import ways
from app.catalogue.pages import OfflinePage
from app.kit.db import Unit
from app.kit.edge import locale_of


def show(request: Request, unit: Unit) -> OfflinePage:
    return OfflinePage(ways(unit, locale_of(request)))

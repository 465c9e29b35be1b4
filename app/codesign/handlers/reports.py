"""What everybody may know of the barriers: those that are open, those that are mended."""

from starlette.requests import Request

from app.codesign.pages import Reports
from app.codesign.statements import mended_barriers, open_barriers, waiting
from app.kit.db import Unit
from app.kit.edge import locale_of


def index(request: Request, unit: Unit) -> Reports:
    locale = locale_of(request)
    return Reports(open_barriers(unit, locale), waiting(unit, locale), mended_barriers(unit, locale))

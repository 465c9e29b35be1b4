"""What everybody may know of the barriers: those that are open, those that are mended."""

from starlette.requests import Request

from app.codesign import queries
from app.codesign.pages import Reports
from app.codesign.statements import mended_barriers, open_barriers
from app.kit.db import Unit
from app.kit.edge import locale_of
from app.kit.i18n import translate_many


def index(request: Request, unit: Unit) -> Reports:
    locale = locale_of(request)
    number = queries.waiting(unit)
    waiting = translate_many(
        locale,
        "%(number)s report waits for a first look.",
        "%(number)s reports wait for a first look.",
        number,
    )
    return Reports(open_barriers(unit, locale), waiting if number else "", mended_barriers(unit, locale))

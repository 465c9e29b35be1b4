"""The day's root of the audit, in public: whoever notes it can tell later that no entry was changed since."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from starlette.requests import Request

from app.documents.pages import DayRoot, Transparency
from app.kit import audit_seals, views
from app.kit.db import Unit
from app.kit.pages import Page

DAYS = 14


def show(request: Request, unit: Unit) -> Page:
    """The roots of the last two weeks, the latest whole day first. Days on which nothing was recorded have none."""
    locale = request.path_params["locale"]
    today = unit.now.astimezone(ZoneInfo(unit.town.zone)).date()
    days = [today - timedelta(days=number) for number in range(1, DAYS + 1)]
    roots = [(day, audit_seals.day_root(unit, day)) for day in days]
    return Transparency([DayRoot(views.day(day, locale), root) for day, root in roots if root])

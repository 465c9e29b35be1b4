"""When the portal did not work, and what that does to last days: for everybody."""

from starlette.requests import Request

from app import catalogue
from app.cases.pages import Outages
from app.cases.views import outages
from app.kit.db import Unit
from app.kit.pages import Page


def index(request: Request, unit: Unit) -> Page:
    locale = request.path_params["locale"]
    known = "outage" in catalogue.profile(unit)
    return Outages(outages=outages.lines(unit, locale), rule=outages.rule(unit, locale) if known else ())

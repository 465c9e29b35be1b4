"""The accessibility statement: what was tested, by whom, and what nobody has tested."""

from starlette.requests import Request

from app import catalogue
from app.codesign import conformance
from app.codesign.statement_page import StatementPage, TownPart, page
from app.codesign.statements import open_barriers, waiting
from app.kit.db import Unit
from app.kit.edge import locale_of


def show(request: Request, unit: Unit) -> StatementPage:
    locale = locale_of(request)
    written = catalogue.page(unit, "accessibility", locale)
    law = catalogue.town_texts(unit, locale).get("page.accessibility.law")
    town = TownPart(
        catalogue.town(unit, locale).name,
        law if law and not law.lang else "",
        written.body if written else catalogue.Text(""),
    )
    return page(conformance.known(), open_barriers(unit, locale), waiting(unit, locale), town, locale)

"""Announcements that hold now, for all of the town or for one street."""

from starlette.requests import Request

from app.catalogue.machines.standing import stand
from app.catalogue.writing.coming import announcements_change, standing, streets
from app.catalogue.writing.pages import AnnouncementsPage
from app.catalogue.writing.saying import told
from app.kit.cache import keep_until
from app.kit.db import Unit
from app.kit.edge import locale_of
from app.kit.i18n import N_, translate
from app.kit.pages import See
from app.kit.views import Option


def index(request: Request, unit: Unit) -> AnnouncementsPage | See:
    """What is no street of the town leads back to the whole list, and is not kept."""
    locale = locale_of(request)
    street, known = request.query_params.get("street", ""), streets(unit)
    if "street" in request.query_params and street not in known:
        return See("/announcements")
    keep_until(request, announcements_change(unit, locale))
    stand(request, unit, title(street, locale))
    found = standing(unit, locale, street)
    return AnnouncementsPage(
        street, tuple(Option(name, name) for name in known), tuple(told(unit, each, locale) for each in found)
    )


def title(street: str, locale: str) -> str:
    if street:
        return translate(locale, N_("What is closed or changed in %(street)s?"), street=street)
    return translate(locale, N_("What is closed or changed today?"))

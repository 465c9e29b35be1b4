"""The plain pages that every town owes: data protection and contact."""

from starlette.requests import Request

from app.catalogue.content import Office, offices, page
from app.catalogue.markdown import isolated, prose
from app.catalogue.office_pages import OfficeCard, OfficesPage
from app.catalogue.pages import PlainPage
from app.kit.db import Unit
from app.kit.edge import locale_of
from app.kit.errors import NotFound
from app.kit.views import phone


def show(request: Request, unit: Unit) -> PlainPage:
    locale = locale_of(request)
    found = page(unit, request.url.path.rsplit("/", 1)[-1], locale)
    if found is None:
        raise NotFound
    return PlainPage(found.title.lang, found.title.dir, found.title, prose(found.body, locale))


def contact(request: Request, unit: Unit) -> OfficesPage:
    locale = locale_of(request)
    found = page(unit, "contact", locale)
    if found is None:
        raise NotFound
    cards = tuple(_card(office, locale) for office in offices(unit, locale))
    return OfficesPage(found.title, prose(found.body, locale), cards)


def _card(office: Office, locale: str) -> OfficeCard:
    return OfficeCard(
        name=office.name,
        url=f"/{locale}/offices/{office.slug}",
        address=isolated(office.address),
        hours=isolated(office.hours),
        access=isolated(office.access),
        text_contact=isolated(office.text_contact),
        phone=phone(office.phone),
        phone_url=f"tel:{office.phone}" if office.phone else "",
        email=office.email,
    )

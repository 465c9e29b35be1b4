"""The list of services."""

from starlette.requests import Request

from app.catalogue.glance import meta
from app.catalogue.pages import ServiceGroup, ServiceLine, ServicesPage
from app.catalogue.reading import services, texts
from app.kit.db import Unit
from app.kit.edge import locale_of


def index(request: Request, unit: Unit) -> ServicesPage:
    return ServicesPage(groups=(ServiceGroup("all", "", lines(unit, locale_of(request))),))


def lines(unit: Unit, locale: str) -> tuple[ServiceLine, ...]:
    """The open services, one line each."""
    found = []
    for service in services(unit):
        t = texts(unit, service, locale)
        url = f"/{locale}/services/{service.slug}"
        found.append(ServiceLine(t("service.name"), t("service.summary"), meta(service, locale), url))
    return tuple(found)

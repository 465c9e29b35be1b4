"""The list of services."""

from starlette.requests import Request

from app.catalogue.definition import Service
from app.catalogue.glance import drawing, meta
from app.catalogue.pages import ServiceGroup, ServiceLine, ServicesPage
from app.catalogue.reading import services, texts
from app.kit.db import Unit
from app.kit.edge import locale_of


def index(request: Request, unit: Unit) -> ServicesPage:
    return ServicesPage(groups=(ServiceGroup("all", "", lines(unit, locale_of(request))),))


def lines(unit: Unit, locale: str) -> tuple[ServiceLine, ...]:
    """The open services, one line each."""
    return tuple(_line(unit, service, locale) for service in services(unit))


def _line(unit: Unit, service: Service, locale: str) -> ServiceLine:
    t = texts(unit, service, locale).whole("service.name", "service.summary")
    name = t("service.name")
    return ServiceLine(
        name=name,
        summary=t("service.summary"),
        meta=meta(service, locale),
        url=f"/{locale}/services/{service.slug}",
        lang=name.lang,
        dir=name.dir,
        icon=drawing(service),
    )

"""The list of services."""

from collections.abc import Sequence

from starlette.requests import Request

from app.catalogue.content import departments
from app.catalogue.definition import Service
from app.catalogue.glance import drawing, meta
from app.catalogue.machines.standing import stand_list
from app.catalogue.pages import ServiceGroup, ServiceLine, ServicesPage
from app.catalogue.reading import services, texts
from app.kit.db import Unit
from app.kit.edge import locale_of


def index(request: Request, unit: Unit) -> ServicesPage:
    """By department, as town.yaml lists them; those of one department in the town's order."""
    locale = locale_of(request)
    known = services(unit)
    groups = (
        ServiceGroup(one.id, one.name, lines_of(unit, [each.id for each in known if each.department == one.id], locale))
        for one in departments(unit, locale)
    )
    stand_list(request, unit, "services")
    return ServicesPage(groups=tuple(group for group in groups if group.services))


def lines(unit: Unit, locale: str) -> tuple[ServiceLine, ...]:
    """The open services, one line each."""
    return tuple(_line(unit, service, locale) for service in services(unit))


def lines_of(unit: Unit, ids: Sequence[str], locale: str) -> tuple[ServiceLine, ...]:
    """Those of these services that are open, in this order."""
    known = {service.id: service for service in services(unit)}
    return tuple(_line(unit, known[id], locale) for id in ids if id in known)


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

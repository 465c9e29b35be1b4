"""Services and their sentences, as other rooms ask for them."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import bindparam, select

from app.catalogue.definition import Service
from app.catalogue.models import ServiceSource
from app.catalogue.shelf import pinned, shelf
from app.catalogue.text import Texts
from app.kit import db
from app.kit.db import Unit
from app.kit.errors import NotFound

A = db.table(ServiceSource).c
ARCHIVE = select(A.archive).where(A.service == bindparam("service"))


def services(unit: Unit) -> tuple[Service, ...]:
    """The services that are open, in the town's order. An appeal is none of them: it starts from a decision."""
    content = shelf(unit)
    return tuple(each for id, each in content.services.items() if id in content.open and not each.appeals)


def appeals(unit: Unit) -> Service | None:
    """The service for appeals, where the town has one."""
    content = shelf(unit)
    return next((each for id, each in content.services.items() if id in content.open and each.appeals), None)


def worked_on(unit: Unit, departments: Collection[str]) -> tuple[Service, ...]:
    """The open services whose cases come to one of these departments, at their start or on their way; appeals too."""
    one = appeals(unit)
    return tuple(
        each
        for each in (*services(unit), *((one,) if one else ()))
        if each.department in departments or any(state.queue in departments for state in each.workflow.states.values())
    )


def service(unit: Unit, service_id: str) -> Service | None:
    """The current version of a service, open or not."""
    return shelf(unit).services.get(service_id)


def service_by_slug(unit: Unit, slug: str) -> Service | None:
    """An open service by its name in an address."""
    return next((service for service in services(unit) if service.slug == slug), None)


def version(unit: Unit, version_id: UUID) -> Service:
    """The version of a service that a draft or case pins; NotFound if there is none."""
    return pinned(unit, version_id)


def texts(unit: Unit, service: Service, locale: str) -> Texts:
    """The newest sentences of a service, easy ones if it is to speak so. Those an older version still needs are kept
    among them."""
    content = shelf(unit)
    name = ("texts", service.id, service.source, locale, service.easy)
    made: Texts | None = content.made.get(name)
    if made is None:
        own = content.sentences.get((service.id, locale), {})
        fallback = content.sentences.get((service.id, service.source), {})
        plain = Texts(locale, own, service.source, fallback)
        made = content.made[name] = plain.in_easy_words() if service.easy else plain
    return made


def export_service(unit: Unit, service_id: str) -> bytes:
    """The package as it was imported, as a zip with fixed order and times."""
    archive: bytes | None = db.value(unit, ARCHIVE, service=service_id)
    if archive is None:
        raise NotFound
    return archive

"""What stands at an address: what it is called, and which department answers for it."""

from dataclasses import dataclass

from app.catalogue.content import Office, offices, page
from app.catalogue.reading import service_by_slug, texts
from app.catalogue.text import Text
from app.catalogue.writing.reading import written
from app.kit.db import Unit


@dataclass(frozen=True)
class Addressed:
    """`department` is "" for what belongs to none; `service` is the id of a service, "" for anything else."""

    title: Text
    department: str = ""
    service: str = ""


def at(unit: Unit, path: str, locale: str) -> Addressed | None:
    """A piece of the town's content by its path below the locale, such as /articles/bins-and-bags."""
    kind, _, slug = path.strip("/").partition("/")
    if kind == "services":
        service = service_by_slug(unit, slug)
        if service is None:
            return None
        return Addressed(texts(unit, service, locale)("service.name"), service.department, service.id)
    if kind == "offices":
        return next((_office(each) for each in offices(unit, locale) if each.slug == slug), None)
    if not slug:
        found = page(unit, kind, locale)
        return Addressed(found.title) if found else None
    piece = next((each for each in written(unit, locale) if each.path == path), None)
    return Addressed(piece.title, getattr(piece.facts, "department", "")) if piece else None


def _office(office: Office) -> Addressed:
    """Where one department sits, its own; a house of many belongs to none of them."""
    return Addressed(office.name, office.departments[0] if len(office.departments) == 1 else "")

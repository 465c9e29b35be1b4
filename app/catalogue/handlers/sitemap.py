"""For search engines: every public page in every language, since when it is as it is, and what they may visit."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from xml.etree import ElementTree as Xml

from starlette.requests import Request

from app.catalogue.content import offices, pages
from app.catalogue.reading import services
from app.catalogue.shelf import shelf
from app.catalogue.writing.reading import written
from app.catalogue.writing.storing import WORDS
from app.kit.db import Unit
from app.kit.pages import Data

SITEMAP, XHTML = "http://www.sitemaps.org/schemas/sitemap/0.9", "http://www.w3.org/1999/xhtml"
Made = tuple[tuple[str, str], ...]
"""What a page is made of, by kind and key. "{locale}" in a key stands for its language."""
LISTS = ("/", "/services/", "/life-events/", "/articles/", "/events/", "/offices/", "/announcements/")
"""Pages that show a little of all that is below: they change with any of it."""
TOWN: Made = (("sentences", "{locale}"),)


def sitemap(more: Sequence[str]) -> Callable[[Request, Unit], Data]:
    """The handler. `more` are the public pages of other rooms, below the locale: /check, /sign-in."""

    def show(request: Request, unit: Unit) -> Data:
        pieces = list(_pieces(unit))
        lists = (
            (path, tuple(part for place, made in pieces if place.startswith(path) for part in made)) for path in LISTS
        )
        known = [*((path.rstrip("/") or "/", made) for path, made in lists), *pieces, *((path, ()) for path in more)]
        return Data(_xml(unit, known), "application/xml")

    return show


def _pieces(unit: Unit) -> Iterator[tuple[str, Made]]:
    for service in services(unit):
        yield f"/services/{service.slug}", (("service", service.id), ("service_sentences", f"{service.id}/{{locale}}"))
    for piece in written(unit, unit.town.locales[0]):
        yield piece.path, ((piece.kind, piece.id), (WORDS, f"{piece.kind}/{piece.id}/{{locale}}"))
    for office in offices(unit, unit.town.locales[0]):
        yield f"/offices/{office.slug}", (("office", office.id), *TOWN)
    for slug in pages(unit):
        yield f"/{slug}", TOWN


def _since(unit: Unit, made: Made, locale: str) -> datetime | None:
    changed = shelf(unit).changed
    moments = (changed.get((kind, key.replace("{locale}", locale))) for kind, key in made)
    return max((moment for moment in moments if moment), default=None)


def _xml(unit: Unit, known: Iterable[tuple[str, Made]]) -> bytes:
    base_url, locales = unit.town.base_url, unit.town.locales
    Xml.register_namespace("", SITEMAP)
    Xml.register_namespace("xhtml", XHTML)
    root = Xml.Element(f"{{{SITEMAP}}}urlset")
    for path, made in known:
        for locale in locales:
            url = Xml.SubElement(root, f"{{{SITEMAP}}}url")
            Xml.SubElement(url, f"{{{SITEMAP}}}loc").text = f"{base_url}/{locale}{path}"
            if since := _since(unit, made, locale):
                Xml.SubElement(url, f"{{{SITEMAP}}}lastmod").text = since.isoformat(timespec="seconds")
            for other in locales:
                link = {"rel": "alternate", "hreflang": other, "href": f"{base_url}/{other}{path}"}
                Xml.SubElement(url, f"{{{XHTML}}}link", link)
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True))


def robots(request: Request, unit: Unit) -> Data:
    """Public pages may be visited; what belongs to one person answers nobody else anyway."""
    lines = ["User-agent: *", "Disallow: /demo/", f"Sitemap: {unit.town.base_url}/sitemap.xml", ""]
    return Data("\n".join(lines).encode(), "text/plain; charset=utf-8")

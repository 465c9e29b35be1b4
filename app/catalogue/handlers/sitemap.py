"""For search engines: every public page in every language, and what they may visit."""

from collections.abc import Callable, Sequence
from xml.etree import ElementTree as Xml

from starlette.requests import Request

from app.catalogue.content import offices, pages
from app.catalogue.reading import services
from app.catalogue.writing.reading import written
from app.kit.db import Unit
from app.kit.pages import Data

SITEMAP, XHTML = "http://www.sitemaps.org/schemas/sitemap/0.9", "http://www.w3.org/1999/xhtml"


def sitemap(more: Sequence[str]) -> Callable[[Request, Unit], Data]:
    """The handler. `more` are the public pages of other rooms, below the locale: /check, /sign-in."""

    def show(request: Request, unit: Unit) -> Data:
        paths = [
            *("/", "/services", "/life-events", "/articles", "/events", "/offices", "/announcements"),
            *(f"/services/{service.slug}" for service in services(unit)),
            *(piece.path for piece in written(unit, unit.town.locales[0])),
            *(f"/offices/{office.slug}" for office in offices(unit, unit.town.locales[0])),
            *(f"/{slug}" for slug in pages(unit)),
            *more,
        ]
        return Data(_xml(unit.town.base_url, unit.town.locales, paths), "application/xml")

    return show


def _xml(base_url: str, locales: Sequence[str], paths: Sequence[str]) -> bytes:
    Xml.register_namespace("", SITEMAP)
    Xml.register_namespace("xhtml", XHTML)
    root = Xml.Element(f"{{{SITEMAP}}}urlset")
    for path in paths:
        for locale in locales:
            url = Xml.SubElement(root, f"{{{SITEMAP}}}url")
            Xml.SubElement(url, f"{{{SITEMAP}}}loc").text = f"{base_url}/{locale}{path}"
            for other in locales:
                link = {"rel": "alternate", "hreflang": other, "href": f"{base_url}/{other}{path}"}
                Xml.SubElement(url, f"{{{XHTML}}}link", link)
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True))


def robots(request: Request, unit: Unit) -> Data:
    """Public pages may be visited; what belongs to one person answers nobody else anyway."""
    lines = ["User-agent: *", "Disallow: /demo/", f"Sitemap: {unit.town.base_url}/sitemap.xml", ""]
    return Data("\n".join(lines).encode(), "text/plain; charset=utf-8")

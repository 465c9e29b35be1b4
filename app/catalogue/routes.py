"""Public pages of the catalogue."""

from collections.abc import Sequence

from starlette.routing import Route

from app.catalogue.handlers import home, page, service, services, sitemap
from app.kit.edge import public

ROUTES = [
    Route("/{locale}/", public(home.show)),
    Route("/{locale}/services", public(services.index)),
    Route("/{locale}/services/{slug}", public(service.show)),
    Route("/{locale}/accessibility", public(page.show)),
    Route("/{locale}/data-protection", public(page.show)),
    Route("/{locale}/contact", public(page.contact)),
]


def outside(more: Sequence[str] = ()) -> list[Route]:
    """What stands outside the locales. `more` are other rooms' public pages for the sitemap."""
    return [
        Route("/sitemap.xml", public(sitemap.sitemap(more))),
        Route("/robots.txt", public(sitemap.robots)),
    ]

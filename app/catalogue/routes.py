"""Public pages of the catalogue. ROUTES lie below the locale, what `outside` gives beside it."""

from collections.abc import Sequence

from starlette.routing import Route

from app.catalogue.handlers import (
    announcements,
    articles,
    events,
    home,
    life_events,
    offices,
    page,
    rounds,
    search,
    service,
    services,
    sitemap,
    wellknown,
)
from app.catalogue.installing import manifest, offline, worker
from app.kit.edge import public

ROUTES = [
    Route("/", public(home.show)),
    Route("/services", public(services.index)),
    Route("/services/{slug}", public(service.show)),
    Route("/search", public(search.show)),
    Route("/services/{slug}/calendar/{street}.ics", public(rounds.show)),
    Route("/data-protection", public(page.show)),
    Route("/contact", public(page.contact)),
    Route("/offline", public(offline.show)),
    Route("/manifest.webmanifest", public(manifest.show)),
    Route("/life-events", public(life_events.index)),
    Route("/life-events/{slug}", public(life_events.show)),
    Route("/articles", public(articles.index)),
    Route("/articles/{slug}", public(articles.show)),
    Route("/events", public(events.index)),
    Route("/events.ics", public(events.feed)),
    Route("/events/{slug}.ics", public(events.file)),
    Route("/events/{slug}", public(events.show)),
    Route("/offices", public(offices.index)),
    Route("/offices/{slug}", public(offices.show)),
    Route("/announcements", public(announcements.index)),
]


def outside(more: Sequence[str] = ()) -> list[Route]:
    """What stands outside the locales. `more` are other rooms' public pages for the sitemap."""
    return [
        Route("/sitemap.xml", public(sitemap.sitemap(more))),
        Route("/robots.txt", public(sitemap.robots)),
        Route("/humans.txt", public(wellknown.humans)),
        Route("/.well-known/security.txt", public(wellknown.security)),
        Route("/sw.js", public(worker.show)),
    ]

"""Every page of the town, in every language, is free of what the gate can find."""

import re
from collections.abc import Iterator

import pytest
from starlette.routing import Mount, Route

from a11y_tests.finding import Finding
from a11y_tests.tools import Nu
from app.kit.i18n import LOCALES
from app.wiring.routes import ROUTES
from tests.accessibility.chapters import CHAPTERS
from tests.accessibility.eyes import Eyes
from tests.browser.people import Comes
from tests.browser.person import Site

seen: dict[tuple[str, str], Eyes] = {}

# Routes whose answers are no pages, or that lead on at once.
NO_PAGE = {
    "/": "redirects to a language",
    "/healthz": "JSON",
    "/sitemap.xml": "XML",
    "/robots.txt": "plain text",
    "/static/{hash}/{path:path}": "files",
    "/demo/mailbox.json": "JSON",
    "/{locale}/services/{slug}/drafts": "leads to the service",
    "/{locale}/drafts/{draft:uuid}": "leads to the first question without an answer",
    "/{locale}/sign-in/links/{code}/renewal": "the page of the link again",
    "/{locale}/check/follow": "the page of the codes again",
    "/{locale}/cases/{reference}/messages": "the page of the case again",
    "/{locale}/cases/{reference}/files/{blob:uuid}": "a person's own file",
    "/{locale}/desk": "leads to the queue",
    "/{locale}/desk/cases/{reference}/files/{blob:uuid}": "a person's own file",
    "/{locale}/desk/cases/{reference}/barrier/mending": "the page of the barrier again",
    "/{locale}/desk/cases/{reference}/messages": "the page of the case again",
    "/{locale}/desk/cases/{reference}/notes": "the page of the case again",
    "/{locale}/desk/cases/{reference}/assignment": "the page of the case again",
}


def walk(chapter: str, locale: str, comes: Comes, site: Site, nu: Nu) -> Eyes:
    if (chapter, locale) not in seen:
        eyes = Eyes(nu, locale)
        CHAPTERS[chapter](comes, site, eyes)
        seen[chapter, locale] = eyes
    return seen[chapter, locale]


@pytest.mark.parametrize("locale", LOCALES, ids="in_{}".format)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_nothing_stands_in_anybodys_way(chapter: str, locale: str, comes: Comes, site: Site, nu: Nu) -> None:
    tell(walk(chapter, locale, comes, site, nu).findings)


@pytest.mark.proof
@pytest.mark.parametrize("locale", LOCALES, ids="in_{}".format)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_nothing_stands_in_anybodys_way_in_any_mode(
    chapter: str, locale: str, comes: Comes, site: Site, nu: Nu
) -> None:
    eyes = Eyes(nu, locale, everything=True)
    CHAPTERS[chapter](comes, site, eyes)
    tell(eyes.findings)


def tell(findings: list[Finding]) -> None:
    if findings:
        pytest.fail("\n".join(map(str, findings)), pytrace=False)


def test_every_page_that_has_an_address_was_looked_at(comes: Comes, site: Site, nu: Nu) -> None:
    paths = [path for chapter in CHAPTERS for path in walk(chapter, "en", comes, site, nu).paths]
    missed = [
        address
        for address, pattern in addresses(ROUTES)
        if address not in NO_PAGE and not any(pattern.fullmatch(path) for path in paths)
    ]
    if missed:
        pytest.fail("No chapter comes to:\n" + "\n".join(missed), pytrace=False)


def addresses(routes: list[Route | Mount], before: str = "") -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every address that answers GET, with the pattern of its paths."""
    for route in routes:
        if isinstance(route, Mount):
            yield from addresses(route.routes, "/{locale}")
        elif "GET" in (route.methods or ()):
            address = before + route.path
            yield (
                address,
                re.compile(
                    re.sub(r"\\?\{[^}]*\}", "[^/]+", re.escape(address).replace(r"\{", "{").replace(r"\}", "}"))
                ),
            )

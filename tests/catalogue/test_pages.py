"""Public pages: in every language, the same bytes for all, honest where a language is missing."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from app import catalogue
from app.catalogue.loading import TownFolder, read_town
from app.catalogue.source import Source
from app.kit import db
from app.kit.towns import Town, Towns
from app.main import create_app

Edit = Callable[[str, str, str], Source]
PAGES = ("/", "/services", "/services/dog", "/accessibility", "/data-protection", "/contact")


@pytest.fixture
def client(town: Town, folder: TownFolder) -> TestClient:
    with db.write(town) as unit:
        catalogue.import_town(unit, folder)
    return TestClient(create_app(Towns(town)), base_url="http://localhost:8000")


def main(html: str) -> str:
    found = re.search(r"<main.*</main>", html, re.DOTALL)
    assert found
    return found[0]


@pytest.mark.parametrize("locale", ["en", "es"])
@pytest.mark.parametrize("path", PAGES)
def test_each_page_has_one_heading_and_a_title_that_names_the_town(client: TestClient, locale: str, path: str) -> None:
    answer = client.get(f"/{locale}{path}")
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1
    title = re.search("<title>(.*)</title>", answer.text)
    assert title
    assert title[1].endswith({"en": "Little", "es": "Chico"}[locale])


def test_a_reference_is_shown_as_this_town_writes_it(client: TestClient) -> None:
    for path in ("/check", "/check/follow", "/nowhere"):
        text = client.get(f"/en{path}").text
        assert "LT-7K3M-9QZA" in text
        assert "VC-" not in text


def test_a_service_page_says_everything_in_its_fixed_order(client: TestClient) -> None:
    text = main(client.get("/es/services/dog").text)
    order = ["Registrar un perro", "si un perro vive con usted", "el número del chip", "al momento", "12 euros"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert 'action="/es/services/dog/drafts" method="post"' in text


def test_what_a_language_lacks_is_shown_in_another_and_says_so(client: TestClient) -> None:
    text = main(client.get("/ar/services/dog").text)
    assert re.search(r'lang="en" dir="ltr"', text)
    assert "Register a dog" in text
    assert 'lang="en"' not in main(client.get("/es/services/dog").text)


def test_so_do_the_lists(client: TestClient) -> None:
    text = main(client.get("/ar/").text)
    assert 'lang="en" dir="ltr">Register a dog</a>' in text
    assert re.search(r'lang="en" dir="ltr"><h3>Call 010</h3>', text)
    assert 'lang="' not in main(client.get("/es/").text)


def test_a_service_that_is_not_there_is_not_found(client: TestClient) -> None:
    for path in ("/en/services/cat", "/en/services/dog_", "/en/services/%00", "/en/services/a%2Fb", "/fr/services"):
        assert client.get(path).status_code == 404


def test_pages_are_the_same_bytes_for_all(client: TestClient) -> None:
    first = client.get("/en/services/dog")
    second = client.get("/en/services/dog", headers={"Cookie": "s=somebody"})
    assert first.content == second.content
    assert "set-cookie" not in first.headers
    assert first.headers["cache-control"].startswith("public")
    assert client.get("/en/services/dog", headers={"If-None-Match": first.headers["etag"]}).status_code == 304


def test_the_office_can_be_called_and_written_to(client: TestClient) -> None:
    text = main(client.get("/en/contact").text)
    assert 'href="tel:010"' in text
    assert "Plaza Chica 1" in text


def test_the_barrier_section_can_be_linked_to(client: TestClient) -> None:
    for locale in ("en", "es"):
        assert '<h2 id="report">' in client.get(f"/{locale}/accessibility").text


def test_the_sitemap_names_every_public_page_in_every_language(client: TestClient, town: Town) -> None:
    answer = client.get("/sitemap.xml")
    assert answer.headers["content-type"] == "application/xml"
    root = ElementTree.fromstring(answer.content)
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    places = [loc.text for loc in root.findall("s:url/s:loc", spaces)]
    assert {f"{town.base_url}/{locale}{path}" for locale in town.locales for path in PAGES} <= set(places)
    for url in root.findall("s:url", spaces):
        links = url.findall("x:link", spaces)
        assert [link.get("hreflang") for link in links] == list(town.locales)
        assert all(link.get("rel") == "alternate" and link.get("href") in places for link in links)


def test_every_page_of_the_sitemap_answers(client: TestClient, town: Town) -> None:
    places = re.findall("<loc>(.*?)</loc>", client.get("/sitemap.xml").text)
    assert len(places) >= len(PAGES) * 2
    for place in places:
        assert client.get(place.removeprefix(town.base_url)).status_code == 200, place


def test_the_sitemap_says_since_when_a_page_is_as_it_is_in_its_language(town: Town, little: Source, edit: Edit) -> None:
    client = imported(town, little, datetime(2026, 11, 1, 9, tzinfo=UTC))
    first, second = "2026-11-01T09:00:00+00:00", "2026-11-20T09:00:00+00:00"
    assert set(since(client).values()) == {first}
    client = imported(
        town,
        edit("services/dog/es.po", "Registrar un perro", "Registrar perros"),
        datetime(2026, 11, 20, 9, tzinfo=UTC),
    )
    found = since(client)
    assert {path for path, at in found.items() if at == second} == {"/es/services/dog", "/es/services", "/es/"}


def imported(town: Town, source: Source, at: datetime) -> TestClient:
    town.clock.set(at)
    with db.write(town) as unit:
        catalogue.import_town(unit, read_town(source))
    return TestClient(create_app(Towns(town)), base_url="http://localhost:8000")


def since(client: TestClient) -> dict[str, str]:
    """By address, for all pages that say it."""
    found = re.findall(
        r"<loc>http://localhost:8000(.*?)</loc><lastmod>(.*?)</lastmod>", client.get("/sitemap.xml").text
    )
    return dict(found)


def test_robots_are_told_where_the_sitemap_is(client: TestClient, town: Town) -> None:
    assert f"Sitemap: {town.base_url}/sitemap.xml" in client.get("/robots.txt").text

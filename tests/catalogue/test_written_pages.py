"""Pages of what a town writes: found, in order, whole in each language, and in the sitemap."""

import re
from collections.abc import Callable

from starlette.testclient import TestClient

from app.catalogue.loading import read_town
from app.catalogue.routes import ROUTES
from app.catalogue.source import Source
from app.kit.towns import Town
from tests.catalogue.written import client, opened, shown

Edit = Callable[[str, str, str], Source]
__all__ = ["client"]
PARTS = "/en/components/"
"""For whoever builds pages: the list of the parts stands in the sitemap, not each of them."""
UNLISTED = ("/search", "/offline", "/manifest.webmanifest")
"""Nothing is to be read there before somebody asks, or has no network."""


def test_a_life_event_leads_through_its_steps_in_order(client: TestClient) -> None:
    text = shown(client, "/es/life-events/puppy")
    parts = ["Llega un cachorro", "Registre el perro", "El primer mes", "Registrar un perro", "Busque veterinario",
             "¿Dónde hay veterinario?", "Salga a pasear", "Cada día"]  # fmt: skip
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    for address in ("services/dog", "articles/vets", "contact"):
        assert f'href="/es/{address}"' in text
    assert 'href="/es/life-events/puppy"' in shown(client, "/es/life-events")
    assert 'href="/es/life-events/puppy"' in shown(client, "/es/")


def test_an_article_says_when_it_was_checked_what_to_do_and_whom_to_ask(client: TestClient) -> None:
    text = shown(client, "/en/articles/vets")
    for part in ("Where is a vet?", "15 October 2026", "/en/services/dog", "/en/life-events/puppy", "tel:+34600000190"):
        assert part in text
    assert "registry@little.example" in text
    assert 'href="/en/articles/vets"' in shown(client, "/en/articles")


def test_what_a_language_lacks_says_so_and_is_whole_in_another(client: TestClient) -> None:
    for path in ("/ar/life-events/puppy", "/ar/articles/vets", "/ar/events/dog-walk"):
        text = shown(client, path)
        assert 'lang="en" dir="ltr"' in text
    assert 'lang="' not in shown(client, "/es/life-events/puppy")


def test_what_is_not_there_is_not_found(client: TestClient) -> None:
    for kind in ("life-events", "articles", "events", "offices"):
        for slug in ("cat", "dog_walk", "%00", "a%2Fb", "…"):
            assert client.get(f"/en/{kind}/{slug}").status_code == 404, (kind, slug)


def test_a_service_leads_to_what_is_asked_about_it_and_to_the_life_event(town: Town, edit: Edit) -> None:
    client = opened(town, read_town(edit("life_events/puppy/life_event.yaml", ", service: dog", ", article: vets")))
    text = shown(client, "/en/services/dog")
    assert 'href="/en/articles/vets"' in text
    assert "/en/life-events/puppy" not in text, "no step of it leads here"
    assert "Register a dog" not in shown(client, "/en/life-events/puppy")
    named = edit("services/dog/service.yaml", "level: 1", "level: 1\nlife_events: [puppy]")
    client = opened(town, read_town(named))
    assert 'href="/en/life-events/puppy"' in shown(client, "/en/services/dog")


def test_services_stand_by_the_department_that_does_them(client: TestClient) -> None:
    text = shown(client, "/en/services")
    assert text.index("Registry</h2>") < text.index("Register a dog")


def test_a_town_that_has_written_nothing_says_so_kindly(town: Town, little: Source) -> None:
    kept = {name: data for name, data in little.files.items() if name.split("/")[0] not in
            ("life_events", "articles", "events", "announcements")}  # fmt: skip
    client = opened(town, read_town(Source(kept)))
    for path in ("life-events", "articles", "events", "announcements"):
        assert 'class="empty"' in shown(client, f"/en/{path}"), path
    assert "Something is changing in your life" not in shown(client, "/en/")


def test_every_public_page_that_a_link_leads_to_is_in_the_sitemap(client: TestClient, town: Town) -> None:
    places = set(re.findall(f"<loc>{town.base_url}(/en/.*?)</loc>", client.get("/sitemap.xml").text))
    missing = set()
    for place in places:
        for link in set(re.findall(r'href="(/en/[^"#?]*)["#]', client.get(place).text)) - places - missing:
            answer = client.get(link)
            if not link.startswith(PARTS) and (
                answer.headers.get("cache-control", "").startswith("public")
                and "html" in answer.headers["content-type"]
            ):
                missing.add(link)
    assert not missing
    for route in ROUTES:
        if route.path in UNLISTED:
            continue
        pattern = re.compile("/en" + re.sub(r"\{.*?\}", "[^/.]+", route.path).replace(".ics", r"\.ics"))
        assert route.path.endswith(".ics") or any(pattern.fullmatch(place) for place in places), route.path

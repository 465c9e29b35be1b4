"""The page of search: what it finds and why, what it says when it finds nothing, and that anything may be asked."""

import re
import time
from urllib.parse import quote

import pytest

from app import catalogue
from app.kit import db
from app.kit.towns import Town
from tests.kit.windows import rename
from tests.towns import Client

pytestmark = pytest.mark.databases("sqlite")


def main(html: str) -> str:
    found = re.search(r"<main.*</main>", html, re.DOTALL)
    assert found
    return found[0]


def ask(client: Client, words: str, locale: str = "en", **headers: str) -> str:
    answer = client.get(f"/{locale}/search", params={"q": words}, headers=headers)
    assert answer.status_code == 200
    return answer.text


def titles(html: str) -> list[str]:
    return re.findall(r'<h3><a class="whole" href="([^"]+)"', html)


@pytest.mark.databases("sqlite", "postgresql")
def test_a_service_is_found_in_every_language_with_mistakes(client: Client) -> None:
    for locale, words in (
        ("en", "birht certifcate"),
        ("es", "sertificado de nasimiento"),
        ("zh-Hant", "出聲證明"),
        ("ar", "شهاده الميلاد"),
    ):
        page = ask(client, words, locale)
        assert titles(page)[0] == f"/{locale}/services/birth-certificate"
        assert "<mark>" in main(page)


def test_services_offices_and_pages_stand_together(client: Client) -> None:
    kinds = re.findall(r'<p class="meta">(Service|Office|Page)</p>', ask(client, "library parking data"))
    assert {"Service", "Office", "Page"} == set(kinds)


def test_a_result_says_which_sentence_or_word_was_meant(client: Client) -> None:
    page = ask(client, "sofa")
    assert titles(page) == ["/en/services/large-items"]
    assert "People also say: <bdi>old <mark>sofa</mark></bdi>" in page
    assert "On its page: <bdi>Sofa or <mark>armchair</mark></bdi>" in ask(client, "armchair")


def test_words_of_another_language_find_too_and_say_so(client: Client) -> None:
    page = ask(client, "trastos", "ar")
    assert titles(page)[0] == "/ar/services/large-items"
    assert re.search(r'<bdi lang="es-ES">.*<mark>trastos</mark>', page)


def test_nothing_found_says_what_to_do_next(client: Client) -> None:
    page = ask(client, "xyzzyqwerty")
    for words in ("Nothing found for “xyzzyqwerty”", "Check the spelling", "Would you rather talk to a person?"):
        assert words in page
    assert 'href="/en/services/birth-certificate"' in page


def test_before_anything_is_asked_the_services_stand_there(client: Client) -> None:
    page = client.get("/en/search").text
    assert "Nothing found" not in page
    assert 'href="/en/services/birth-certificate"' in page


def test_other_languages_keep_the_question_and_search_engines_stay_away(client: Client) -> None:
    page = ask(client, "old sofa")
    assert 'href="/es/search?q=old+sofa"' in page
    assert '<meta name="robots" content="noindex">' in page


def test_an_answer_is_kept_by_its_question_and_nothing_else(client: Client) -> None:
    first = client.get("/en/search?q=sofa")
    again = client.get("/en/search?utm=1&q=sofa", headers={"Cookie": "s=somebody"})
    assert first.headers["cache-control"].startswith("public")
    assert (first.content, first.headers["etag"]) == (again.content, again.headers["etag"])
    assert client.get("/en/search?q=bed").content != first.content
    assert client.get("/en/search?q=xyzzyqwerty").headers["cache-control"] == "no-store"


def test_a_browser_keeps_the_page_and_its_slot_apart(client: Client) -> None:
    assert "HX-Request" in client.get("/en/search?q=sofa").headers["vary"]


def test_as_one_types_the_slot_changes_and_the_status_says_how_many(client: Client) -> None:
    part = ask(client, "sofa", **{"HX-Request": "true", "HX-Target": "div#search-results"})
    assert "<main" not in part
    assert titles(part) == ["/en/services/large-items"]
    assert re.search(r"status-inbox.*1 result for “sofa”", part)


@pytest.mark.parametrize(
    "words",
    [
        "a" * 10_000,
        "🦄🦄",
        "\u200f\u202esofa",
        "sofa'; DROP TABLE service; --",
        "so\x00fa",
        "%ED%A0%80",
        "%ff",
        "<b>x</b>",
    ],
    ids=["10 kB", "emoji", "right-to-left", "SQL", "NUL", "surrogate", "no UTF-8", "HTML"],
)
def test_anything_may_be_asked(client: Client, words: str) -> None:
    raw = words if words.startswith("%") else quote(words)
    for locale in ("en", "ar"):
        answer = client.get(f"/{locale}/search?q={raw}")
        assert answer.status_code == 200
        assert len(answer.content) < 40_000
        assert "<b>x</b>" not in answer.text


def test_the_question_is_shown_without_what_cannot_be_seen(client: Client) -> None:
    assert 'value="sofa"' in ask(client, "\u200f\u202e so\x00fa \n")


def test_new_content_is_found_soon_and_nobody_waits(town: Town, client: Client) -> None:
    ask(client, "sofa")
    with db.write(town) as unit:
        rename(unit, "Zebra licence")
        catalogue.bump(unit)

    def found() -> bool:
        return titles(ask(client, "zebra")) == ["/en/services/birth-certificate"]

    end = time.monotonic() + 60
    while not found():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_each_kind_is_found_and_leads_to_its_page(client: Client) -> None:
    for words, path in (
        ("having a baby", "/en/life-events/child"),
        ("repair cafe", "/en/events/repair-cafe"),
        ("library opening hours", "/en/offices/library"),
        ("which bin", "/en/articles/bins-and-bags"),
    ):
        assert titles(ask(client, words))[0] == path
        assert client.get(path).status_code == 200


def test_search_stands_on_the_front_page_with_the_services_and_where_a_page_is_lost(client: Client) -> None:
    for path in ("/en/", "/en/services", "/en/no-such-page"):
        assert '<form class="search-form" action="/en/search" role="search">' in client.get(path).text

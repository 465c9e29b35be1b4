"""Pages of one person travel compressed when she asks for them herself, and only then."""

from collections.abc import Callable

import pytest

from tests.towns import Client

pytestmark = pytest.mark.databases("sqlite")


@pytest.fixture
def amina(comes_as: Callable[..., Client]) -> Client:
    return comes_as("amina")


def coding(client: Client, path: str, **headers: str) -> str:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return str(client.get(path, headers=given).headers.get("content-encoding", ""))


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_what_she_asks_for_is_small(amina: Client, site: str) -> None:
    answer = amina.get("/en/me", headers={"Sec-Fetch-Site": site})
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) < len(answer.content) / 2
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["vary"] == "Accept-Encoding, Sec-Fetch-Site, Cookie"
    assert "</html>" in answer.text


def test_a_public_page_that_nobody_keeps_is_small_too(client: Client) -> None:
    assert coding(client, "/en/search?q=zyxcanary") == "gzip"


@pytest.mark.parametrize("site", ["cross-site", "same-site", "", "None"])
def test_what_another_site_may_have_asked_for_shows_no_length_of_a_compressed_secret(amina: Client, site: str) -> None:
    answer = amina.get("/en/me?x=token", headers={"Sec-Fetch-Site": site})
    assert "content-encoding" not in answer.headers
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_a_browser_that_does_not_say_where_it_comes_from_gets_the_page_as_it_is(amina: Client) -> None:
    del amina.headers["Sec-Fetch-Site"]
    assert coding(amina, "/en/me") == ""


@pytest.mark.parametrize("path", ["/en/transparency", "/en/sign-in"])
def test_a_page_that_nobody_asked_for_by_name_is_small_whatever_the_browser_says(client: Client, path: str) -> None:
    del client.headers["Sec-Fetch-Site"]
    assert not client.cookies
    assert coding(client, path) == "gzip"


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0"])
def test_a_browser_that_cannot_read_it_gets_the_page_as_it_is(amina: Client, accepted: str) -> None:
    assert coding(amina, "/en/me", Accept_Encoding=accepted) == ""


def test_a_page_with_mistakes_is_small_too(amina: Client) -> None:
    answer = amina.submit("/en/check", {"code": ""})
    assert answer.status_code == 422
    assert answer.headers.get("content-encoding") == "gzip"


def test_what_is_no_page_stays_as_it_is(amina: Client) -> None:
    assert coding(amina, "/healthz") == ""

"""Public pages are the same bytes for all, kept compressed until the content changes."""

import asyncio
import gzip
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.requests import Request
from starlette.routing import Route

from app import catalogue
from app.kit import cache, db
from app.kit.cache import allowed_query
from app.kit.edge import reads
from app.kit.pages import Data
from app.kit.towns import Town
from tests.kit.windows import rename, window
from tests.towns import Client

PUBLIC = ("/", "/services", "/services/birth-certificate", "/contact", "/accessibility", "/data-protection")
PAGES = [f"/{locale}{path}" for locale in ("en", "ar") for path in PUBLIC]


def bytes_of(client: Client, path: str, **headers: str) -> bytes:
    answer = client.get(path, headers=headers)
    assert answer.status_code == 200
    return answer.content


def entries(client: Client) -> list[Any]:
    """The keys of what the application of this browser keeps."""
    layer: Any = client.app.middleware_stack  # type: ignore[attr-defined]
    while not hasattr(layer, "entries"):
        layer = layer.app
    return list(layer.entries)


@pytest.mark.databases("sqlite")
def test_a_public_page_is_the_same_bytes_for_all(comes_as: Callable[..., Client]) -> None:
    guest, dan, clara = comes_as(), comes_as("dan"), comes_as("clara")
    for path in PAGES:
        first = bytes_of(guest, path)
        assert bytes_of(guest, path) == first, path
        assert bytes_of(dan, path, Cookie="other=1") == first, path
        assert bytes_of(clara, path, **{"User-Agent": "x", "Accept-Language": "ar", "Referer": "http://x"}) == first
        assert b"Dan Whitlock" not in first
        assert b"_token" not in first


@pytest.mark.databases("sqlite")
def test_a_public_page_sets_no_cookie_and_may_be_kept_by_others(comes_as: Callable[..., Client]) -> None:
    for client in (comes_as(), comes_as("dan")):
        for path in PAGES:
            headers = client.get(path).headers
            assert "set-cookie" not in headers
            assert "x-content-version" not in headers
            assert re.fullmatch(
                r"public, max-age=0, s-maxage=\d+, stale-while-revalidate=\d+", headers["cache-control"]
            )
            assert headers["vary"] == "Accept-Encoding, HX-Request"
            assert "default-src 'none'" in headers["content-security-policy"]


@pytest.mark.databases("sqlite")
def test_who_has_it_already_gets_no_body(client: Client) -> None:
    first = client.get("/en/services")
    tag = first.headers["etag"]
    for given in (tag, f"W/{tag}", f'"other", {tag}'):
        again = client.get("/en/services", headers={"If-None-Match": given})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
        assert again.headers["cache-control"] == first.headers["cache-control"]
    assert client.get("/en/services", headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.databases("sqlite")
def test_it_is_compressed_for_who_takes_it(client: Client) -> None:
    for _ in range(2):
        with client.stream("GET", "/en/services", headers={"Accept-Encoding": "br, gzip;q=0.8"}) as zipped:
            raw = b"".join(zipped.iter_raw())
        plain = client.get("/en/services", headers={"Accept-Encoding": "identity"})
        assert zipped.headers["content-encoding"] == "gzip"
        assert gzip.decompress(raw) == plain.content
        assert "content-encoding" not in plain.headers
        assert zipped.headers["etag"] != plain.headers["etag"]
        assert int(zipped.headers["content-length"]) == len(raw)
        none = client.get("/en/services", headers={"Accept-Encoding": "gzip;q=0, identity"})
        assert "content-encoding" not in none.headers


@pytest.mark.databases("sqlite")
def test_the_head_of_a_page_has_no_body(client: Client) -> None:
    for _ in range(2):
        head = client.head("/en/services")
        assert (head.status_code, head.content) == (200, b"")
        assert int(head.headers["content-length"]) > 1000


def test_a_change_of_content_is_seen_within_a_second(client: Client, town: Town) -> None:
    before = client.get("/en/services")
    assert client.get("/en/services").headers["etag"] == before.headers["etag"]
    with db.write(town) as unit:
        rename(unit, "Ask for a Zyx certificate")
        catalogue.bump(unit)
    time.sleep(1.05)
    after = client.get("/en/services")
    assert "Ask for a Zyx certificate" in after.text
    assert after.headers["etag"] != before.headers["etag"]
    assert client.get("/en/services", headers={"If-None-Match": before.headers["etag"]}).status_code == 200


@pytest.mark.databases("sqlite")
def test_an_unknown_parameter_makes_no_new_entry_and_never_appears(client: Client) -> None:
    first = bytes_of(client, "/en/services")
    kept = entries(client)
    for query in ("zyxcanary=1", "utm_source=zyxcanary", "page=", "a=%00&b=%ff", "=".join("&" * 500), "zyxcanary"):
        answer = client.get(f"/en/services?{query}")
        assert answer.content == first
    assert entries(client) == kept
    for path in PAGES[1:]:
        client.get(f"{path}?zyxcanary=1")
    for path in PAGES[1:]:
        assert b"zyxcanary" not in bytes_of(client, path)


@pytest.mark.databases("sqlite")
def test_the_cache_is_bounded_and_forgets_the_oldest(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 3)
    for path in PAGES[:5]:
        client.get(path)
    assert [path for _, path, _ in entries(client)] == PAGES[2:5]


def test_only_what_makes_another_page_is_part_of_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "QUERY", {"list": frozenset({"page", "letter"})})
    assert allowed_query("/list", b"") == allowed_query("/list", b"x=1&y=2") == allowed_query("/", b"page=2") == ""
    assert allowed_query("/list", b"page=2&x=1&letter=a") == "letter=a&page=2"
    assert allowed_query("/list", b"letter=a&page=2") == "letter=a&page=2"


@pytest.mark.databases("sqlite")
def test_part_of_a_public_page_is_kept_by_nobody_and_takes_no_place(client: Client) -> None:
    whole = client.get("/en/services")
    part = client.get("/en/services", headers={"HX-Request": "true", "HX-Target": "div#main"})
    assert part.headers["cache-control"] == "no-store"
    assert "x-content-version" not in part.headers
    assert "<html" not in part.text
    assert client.get("/en/services").content == whole.content


@pytest.mark.databases("sqlite")
def test_a_page_that_is_not_there_is_not_kept(client: Client) -> None:
    for _ in range(2):
        lost = client.get("/en/services/zyx")
        assert lost.status_code == 404
        assert lost.headers["cache-control"] == "no-store"
        assert "etag" not in lost.headers
    assert entries(client) == []


@pytest.mark.databases("sqlite")
def test_a_file_passes_through_piece_by_piece(town: Town) -> None:
    """25 megabytes of somebody's drawings are never whole in memory."""
    made: list[int] = []
    arrived: list[tuple[int, int]] = []

    def pieces() -> Iterator[bytes]:
        for number in range(4):
            made.append(number)
            yield b"x" * 1000

    def show(request: Request, unit: db.Unit) -> Data:
        return Data(b"", "application/pdf", {"Content-Type": "application/pdf"}, pieces=pieces)

    with window(town, Route("/file", reads(show))) as client:
        received(client, "/en/file", lambda body: arrived.append((len(body), len(made))))
    assert arrived[:4] == [(1000, 1), (1000, 2), (1000, 3), (1000, 4)]
    assert entries(client) == []


def received(client: Client, path: str, take: Callable[[bytes], None]) -> None:
    """Ask the application itself, and take each piece of the body as it leaves."""
    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"", "scheme": "http",
        "headers": [(b"host", b"localhost")], "http_version": "1.1", "client": ("test", 1),
        "server": ("localhost", 80), "root_path": "",
    }  # fmt: skip

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(30)
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.body":
            take(message["body"])

    asyncio.run(client.app(scope, receive, send))  # type: ignore[arg-type]

"""A first visit is light enough for an old phone on a slow line: bytes and requests, counted and not timed."""

import pytest

from app.kit.i18n import LOCALES
from bench.visit import BLOCKING, EVERYTHING, REQUESTS, Sent, Visit, visit
from bench.weight import asking, kinds
from tests.towns import Client

HOME = "/"
ASKED = (
    "search?q=", "search?q=bebe", "search?q=zyxcanary", "services/recycling-calendar?street=Calle%20del%20Faro",
    "announcements?street=Calle%20del%20Faro",
)  # fmt: skip


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {
        "/en/": '<link rel="stylesheet" href="/static/a.css"><link rel="preload" href="/static/f.woff2" as="font">'
        '<script src="/static/m.js" type="module"></script><svg><use href="/static/i.svg#i-bin"/></svg>'
        '<svg><use href="/static/i.svg#i-pen"/></svg><a href="/en/services">',
        "/static/a.css": "@font-face { src: url(f.woff2) } .a { background: url(data:image/png;base64,AA) }",
        "/static/m.js": 'import { one } from "./n.js";',
    }


def test_a_visit_asks_once_for_each_thing_that_page_styles_and_scripts_name(pages: dict[str, str]):
    kinds_by_ending = {".css": "text/css", ".js": "text/javascript"}

    def ask(path: str) -> Sent:
        ending = path[path.rfind(".") :]
        return Sent(10, kinds_by_ending.get(ending, "text/html"), pages.get(path, ""))

    found = visit(ask, "/en/")
    assert set(found.parts) == {
        "/en/", "/static/a.css", "/static/f.woff2", "/static/m.js", "/static/n.js", "/static/i.svg",
    }  # fmt: skip
    assert found.blocking == 20


@pytest.mark.databases("sqlite")
def test_the_first_visit_of_each_public_page_is_light_in_every_language(client: Client):
    client.headers["Accept-Encoding"] = "gzip"
    ask = asking(client.get)
    found = kinds(ask)
    assert [len(visit(ask, path).parts) <= REQUESTS for path in found[HOME]] == 4 * [True], "with its own styles too"
    asked = [f"{home}{each}" for home in found[HOME] for each in ASKED]
    heavy = [words for paths in (*found.values(), asked) for path in paths if (words := _too_much(visit(ask, path)))]
    assert not heavy, "\n".join(heavy)


@pytest.mark.databases("sqlite")
def test_my_page_is_light_in_every_language(client: Client):
    client.sign_in("amina").headers["Accept-Encoding"] = "gzip"
    visits = [visit(asking(client.get), f"/{locale}/me") for locale in LOCALES]
    assert not [words for each in visits if (words := _too_much(each))]
    assert "data-passkey-offer" in client.get("/en/me").text, "with all that it may show"


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("path", ["/en/", "/en/search?q=school"])
def test_whoever_only_reads_loads_no_htmx(client: Client, path: str):
    parts = visit(asking(client.get), path).parts
    assert not [address for address in parts if "htmx" in address]


def _too_much(seen: Visit) -> str:
    if seen.blocking <= BLOCKING and seen.everything <= EVERYTHING and len(seen.parts) <= seen.allowed:
        return ""
    return f"{seen.path}: {seen.blocking} bytes block, {seen.everything} in all, {list(seen.parts)}"

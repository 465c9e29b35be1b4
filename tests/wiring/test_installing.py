"""The portal on a phone: a manifest in each language, and a worker that is told which pages it may keep."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.catalogue.installing.kept import may_keep
from app.kit.i18n import LOCALES
from app.kit.towns import Town
from tests.proof.crossing import crossings
from tests.towns import Client

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.databases("sqlite")


@pytest.fixture
def client(town: Town) -> Client:
    return Client(town)


def manifest(client: Client, locale: str) -> dict[str, Any]:
    answer = client.get(f"/{locale}/manifest.webmanifest")
    assert answer.headers["content-type"] == "application/manifest+json"
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.parametrize("locale", LOCALES)
def test_a_manifest_is_of_one_language_and_what_it_names_is_there(client: Client, locale: str) -> None:
    found = manifest(client, locale)
    assert found["start_url"] == f"/{locale}/"
    assert found["dir"] == ("rtl" if locale == "ar" else "ltr")
    assert "<" not in json.dumps(found)
    assert f'href="/{locale}/manifest.webmanifest"' in client.get(f"/{locale}/").text
    for shortcut in found["shortcuts"]:
        assert client.get(shortcut["url"]).status_code in (200, 303)
    drawn = [*found["icons"], *found["screenshots"], *(icon for each in found["shortcuts"] for icon in each["icons"])]
    for picture in drawn:
        name = re.sub("^/static/[0-9a-f]+/", "", picture["src"])
        assert client.get(picture["src"]).headers["content-type"] == picture["type"]
        with Image.open(ROOT / "static" / name) as image:
            assert "x".join(map(str, image.size)) == picture["sizes"]


def test_icons_are_for_every_purpose_and_large_enough(client: Client) -> None:
    icons = {(icon["purpose"], icon["sizes"]) for icon in manifest(client, "en")["icons"]}
    purposes = ("any", "maskable", "monochrome")
    assert icons == {(purpose, size) for purpose in purposes for size in ("192x192", "512x512")}


def test_a_town_that_is_no_demo_shows_no_pictures_of_another(town: Town) -> None:
    assert manifest(Client(replace(town, demo=False)), "en")["screenshots"] == []


def test_whatever_may_be_kept_is_the_same_for_everybody(client: Client) -> None:
    """Nobody is signed in here, and yet: a route that may be kept must say itself that it is public."""
    names = {"locale": "en", "slug": "birth-certificate"}
    asked = [each for each in crossings() if each.method == "GET" and each.path.startswith("/{locale}")]
    paths = [(each, re.sub(r"\{(\w+)(:\w+)?\}", lambda name: names.get(name[1], "x"), each.path)) for each in asked]
    kept = [path for _, path in paths if may_keep(path.removeprefix("/en"))]
    assert "/en/services/birth-certificate" in kept
    for path in kept:
        answer = client.get(path)
        if answer.status_code == 200:
            assert answer.headers["cache-control"].startswith("public"), path
            assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "path", ["me", "me/looks", "desk", "cases/VC-7K3M-9QZA", "drafts", "check", "sign-in", "services/a/drafts", "en/me"]
)
def test_what_belongs_to_somebody_may_not_be_kept(path: str) -> None:
    assert not may_keep(f"/{path}")


def test_the_worker_knows_the_same_list(client: Client) -> None:
    answer = client.get("/sw.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    house = json.loads(answer.text.split("\n", 1)[0].removeprefix("const HOUSE = ").removesuffix(";"))
    assert house["on"] is True
    allowed = re.compile(f"/({'|'.join(house['locales'])})/({'|'.join(house['kept'])})/?")
    assert allowed.fullmatch("/zh-Hant/services/birth-certificate")
    assert allowed.fullmatch("/en/")
    assert not allowed.fullmatch("/en/me")


def test_switched_off_pages_ask_for_no_worker_and_the_worker_is_one_that_goes(town: Town) -> None:
    asks = "serviceWorker.register"
    assert asks in Client(town).get("/en/").text
    client = Client(replace(town, offline=False))
    assert asks not in client.get("/en/").text
    assert '"on": false' in client.get("/sw.js").text


@pytest.mark.parametrize(
    ("kept", "discreet"),
    [
        ("services/birth-certificate", "services/disabled-parking-badge"),
        ("articles/town-bus", "articles/gender-violence"),
        ("life-events/moving", "life-events/death"),
    ],
)
def test_what_is_nobodys_business_is_not_kept(client: Client, kept: str, discreet: str) -> None:
    assert "x-keep" not in client.get(f"/en/{kept}").headers
    for _ in range(2):  # as it is made, and out of our own cache
        answer = client.get(f"/en/{discreet}")
        assert answer.headers["x-keep"] == "no"
        assert answer.headers["cache-control"] == "no-store"


def test_an_article_that_one_may_have_to_leave_at_once_leads_to_a_harmless_page(client: Client) -> None:
    leave = '<a class="button grave" href="/en/events" data-leave>Leave this page now</a>'
    assert leave in client.get("/en/articles/gender-violence").text
    assert "data-leave" not in client.get("/en/articles/energy-bill-help").text

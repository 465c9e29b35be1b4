"""Fixed addresses that programs look for, and what search engines are told."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from app.kit.towns import Town
from tests.towns import Client

pytestmark = pytest.mark.databases("sqlite")


def test_whoever_finds_a_weakness_learns_whom_to_tell(client: Client, town: Town) -> None:
    answer = client.get("/.well-known/security.txt")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    said = dict(line.split(": ", 1) for line in answer.text.splitlines() if line)
    assert said["Contact"] == "mailto:security@puertoclaro.example"
    assert said["Canonical"] == f"{town.base_url}/.well-known/security.txt"
    assert said["Preferred-Languages"] == "en, es, zh-Hant, ar"
    until = datetime.strptime(said["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(days=90) < until - town.clock.now() < timedelta(days=365)


def test_a_town_without_an_address_has_no_such_page(empty_town: Town) -> None:
    assert Client(empty_town).get("/.well-known/security.txt").status_code == 404


def test_who_made_this_is_said_to_humans(client: Client) -> None:
    text = client.get("/humans.txt").text
    assert re.search("^Puerto Claro, Plaza del Puerto 1", text, re.MULTILINE)


def test_forms_and_what_is_ones_own_ask_not_to_be_listed_and_public_pages_do_not(client: Client) -> None:
    client.sign_in("amina")
    for path in ("/en/sign-in", "/en/check", "/en/drafts", "/en/me"):
        assert client.get(path).headers["x-robots-tag"] == "noindex", path
    assert "x-robots-tag" not in client.get("/en/services/birth-certificate").headers

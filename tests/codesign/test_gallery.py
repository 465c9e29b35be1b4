"""The gallery: every part of the house has its page, in every language, from its own examples."""

import pytest

from app.codesign import gallery
from app.kit.i18n import LOCALES, translate
from tests.towns import Client

pytestmark = pytest.mark.databases("sqlite")


def test_the_list_leads_to_every_part(client: Client) -> None:
    for locale in LOCALES:
        listed = client.get(f"/{locale}/components").text
        assert all(f'href="/{locale}/components/{name}"' in listed for name in gallery.names())
        assert all(translate(locale, group) in listed for group in gallery.GROUPS.values())


def test_each_part_shows_its_states_and_says_what_it_owes(client: Client) -> None:
    for name in gallery.names():
        answer = client.get(f"/en/components/{name}")
        part = gallery.part(name, "en")
        assert answer.status_code == 200, name
        assert answer.text.count('class="example"') == len(part.examples)
        assert part.examples or part.unshown
        assert all(f"{one.number} " in answer.text for one in part.criteria)
        assert part.criteria
        assert part.keys


def test_what_is_english_says_so_elsewhere(client: Client) -> None:
    shown = client.get("/ar/components/button").text
    assert '<div class="example" lang="en" dir="ltr"' in shown
    assert "lang=" not in client.get("/en/components/button").text.partition("<h1>")[2].partition("<footer")[0]


def test_a_part_that_nobody_made_is_not_found(client: Client) -> None:
    assert client.get("/en/components/no-such-part").status_code == 404
    assert client.get("/en/components/..%2F..%2Flayout").status_code == 404


def test_every_part_has_a_group_and_keys_that_are_known() -> None:
    for name in gallery.names():
        assert gallery.group_of(name) in gallery.GROUPS
        assert gallery.part(name, "es").name != name, f"{name} has no name in components.json"

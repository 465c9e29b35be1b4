"""Who has looked at my data: the newest first, a page at a time, back to the first."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

from app.kit import audit, ids
from app.kit.actor import Actor, Role
from app.kit.towns import Town
from app.mypage.handlers.look import PAGE
from tests.applying import certificate
from tests.desk.cases import case_of, words
from tests.towns import Client

LOOKS = "/en/me/looks"
CLERK = Actor(account_id=ids.new_id(), roles=frozenset({Role("civil_registry", "clerk")}))


def link(html: str, rel: str) -> str:
    found = re.search(rf'<a href="([^"]+)" rel="{rel}"', html)
    return unescape(found[1]) if found else ""


def looked(town: Town, client: Client, number: int) -> list[str]:
    """So many cases of hers, each looked at once, two of them in each window; their references, the newest first."""
    case = case_of(town, certificate(client))
    whom = [id for id in (case.person_id or case.account_id,) if id]
    references = [f"VC-{place:04}-AAAA" for place in range(number)]
    for place, reference in enumerate(references):
        town.clock.move(timedelta(minutes=6 * (place % 2)))
        audit.look(town, CLERK, ids.new_id(), whom, f"birth_certificate {reference}", department="civil_registry")
    return references[::-1]


def listed(html: str) -> list[str]:
    return re.findall(r"VC-[0-9]{4}-AAAA", html)


def test_the_list_goes_back_page_by_page_to_the_first(comes_as: Callable[..., Client], town: Town) -> None:
    amina = comes_as("amina")
    whole = looked(town, amina, 2 * PAGE + 3)
    page, seen = amina.get(LOOKS).text, []
    for left in (2, 1, 0):
        seen += listed(page)
        onward = link(page, "prev")
        assert bool(onward) == bool(left)
        page = amina.get(onward).text if onward else page
    assert sorted(seen) == sorted(whole)
    assert seen[0] in whole[:2]
    assert link(page, "next") == LOOKS


def test_a_short_list_has_one_page(comes_as: Callable[..., Client], town: Town) -> None:
    amina = comes_as("amina")
    looked(town, amina, 2)
    page = amina.get(LOOKS).text
    assert (link(page, "next"), link(page, "prev")) == ("", "")


def test_what_it_cannot_read_in_the_address_it_leaves_out(comes_as: Callable[..., Client], town: Town) -> None:
    amina = comes_as("amina")
    whole = looked(town, amina, 2)
    for before in ("yesterday", "2026-11-24", "2026-11-24T10:00:00.x", ".", f"x.{ids.new_id().hex}"):
        assert sorted(listed(amina.get(LOOKS, params={"before": before}).text)) == sorted(whole), before


def test_a_place_of_another_list_shows_nothing_of_it(comes_as: Callable[..., Client], town: Town) -> None:
    looked(town, comes_as("amina"), 2)
    page = comes_as("nour").get(f"{LOOKS}?before=2099-01-01T00:00:00.{ids.new_id().hex}")
    assert page.status_code == 200
    assert listed(page.text) == []
    assert "Nobody has looked yet" in words(page.text)

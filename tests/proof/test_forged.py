"""A form that another site made a browser send, or that carries the token of somebody else, changes nothing."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.databases import Databases
from tests.proof.crossing import Crossing, crossings
from tests.proof.house import House, opened
from tests.proof.outsiders import state

pytestmark = pytest.mark.databases("sqlite")
POSTS = [crossing for crossing in crossings() if crossing.method == "POST"]
WITHOUT_TOKEN = {
    "POST /{locale}/services/{slug}/drafts",
    "POST /{locale}/sign-in/challenges",
    "POST /{locale}/accessibility/barrier",
    "POST /{locale}/feedback",
    "POST /{locale}/feedback/{token}",
    "POST /{locale}/accessibility/barrier/{reference}/trial",
}
"""Forms on pages that are the same bytes for all."""


@pytest.fixture(scope="module")
def house(databases: Databases, database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with opened(databases, database, tmp_path_factory.mktemp("forged")) as house:
        yield house


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Sec-Fetch-Site": "", "Origin": "null"}],
    ids=["another site", "another name of ours", "nowhere"],
)
def test_no_form_is_taken_from_elsewhere(house: House, headers: dict[str, str]) -> None:
    before = state(house.town)
    for crossing in POSTS:
        client = house.who(crossing)
        sent = client.post(url(house, crossing), data={"_token": house.tokens.get(client, "")}, headers=headers)
        assert sent.status_code == 403, crossing.name
    assert state(house.town) == before


@pytest.mark.parametrize("token", ["", "0" * 32])
def test_no_form_is_taken_without_the_token_of_this_session(house: House, token: str) -> None:
    before = state(house.town)
    for crossing in guarded(house):
        sent = house.who(crossing).post(url(house, crossing), data={"_token": token})
        assert sent.status_code == 403, crossing.name
    assert state(house.town) == before
    assert house.dan.get("/en/me").status_code == 200, "nobody was signed out"


def test_a_form_of_somebody_else_in_this_browser_is_kept_for_her_at_most(house: House) -> None:
    before = changed(house)
    for crossing in guarded(house):
        client = house.who(crossing)
        others = next(token for other, token in house.tokens.items() if other is not client)
        sent = client.post(url(house, crossing), data={"_token": others})
        led = sent.headers.get("location", "").startswith("/en/sign-in?")
        assert (sent.status_code, led) in ((403, False), (303, True)), crossing.name
    assert changed(house) == before


def guarded(house: House) -> list[Crossing]:
    return [each for each in POSTS if house.who(each) is not house.guest and each.name not in WITHOUT_TOKEN]


def changed(house: House) -> dict[str, Any]:
    return {name: rows for name, rows in state(house.town).items() if name not in ("unsent_form", "sealing_key")}


def url(house: House, crossing: Crossing) -> str:
    return house.where(crossing, 0, "for_whom")

"""Options follow an earlier answer: what does not go with it is not offered, and asked again when it is changed."""

import re
from collections.abc import Callable

import pytest

from tests import applying
from tests.cases.test_choices import SCHOOL
from tests.cases.test_distinct import rows
from tests.cases.test_group_answers import words
from tests.desk.intake import SAID, start, write
from tests.towns import Client

Comes = Callable[..., Client]
pytestmark = pytest.mark.databases("sqlite")
PRIMARY, SECONDARY = {"faro", "lonja", "marismas"}, {"salinas", "san_roque"}
GONE = "Number 1 does not go with the answer to “For which stage?”. Change or remove it."


def offered(client: Client, place: str) -> set[str]:
    return set(re.findall(r'<input[^>]*name="school"[^>]*value="([^"]+)"', client.get(place).text))


def to_check(client: Client) -> str:
    """The form, filled in for a primary school as far as the page to check."""
    place = applying.fill_until(client, applying.begin(client, "school-enrolment"), SCHOOL, "schools")
    page = str(client.get(place).headers["location"])
    assert offered(client, page) == PRIMARY
    assert client.submit(page, {"school": "salinas"}).status_code == 422, "what is not offered is not taken"
    assert client.submit(page, {"school": "faro"}).status_code == 303
    return applying.fill(client, place, SCHOOL)


def button(client: Client, place: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', client.get(place).text)
    assert found is not None
    return found[1]


def test_who_changes_the_stage_is_asked_for_schools_again(comes_as: Comes) -> None:
    kofi = comes_as("kofi")
    check = to_check(kofi)
    stage = f"{check.removesuffix('review')}stage?back=review"
    again = str(kofi.submit(stage, {"stage": "secondary"}).headers["location"])
    assert "/schools" in again
    page = words(kofi.get(again).text)
    assert "You changed your answer to “For which stage?”. Choose again what goes with it." in page
    assert "not offered with the answer to “For which stage?”" in page
    assert kofi.get(check).headers["location"] == again.partition("?")[0], "it cannot be sent like that"

    refused = kofi.submit(again)
    assert refused.status_code == 422
    assert GONE in applying.problems(refused.text)
    assert offered(kofi, rows(kofi, again)) == SECONDARY
    taken = kofi.submit(again, {"schools.remove": button(kofi, again, "schools.remove")})
    assert taken.status_code == 303, "an old one can be removed"
    kofi.submit(rows(kofi, again), {"school": "salinas"})
    assert kofi.submit(again).headers["location"] == check
    assert "IES Salinas" in words(kofi.get(check).text)
    assert "CEIP El Faro" not in words(kofi.get(check).text)


def test_who_changes_it_back_has_lost_nothing(comes_as: Comes) -> None:
    kofi = comes_as("kofi")
    check = to_check(kofi)
    stage = f"{check.removesuffix('review')}stage?back=review"
    kofi.submit(stage, {"stage": "secondary"})
    assert kofi.submit(stage, {"stage": "infants"}).headers["location"] == check
    assert "CEIP El Faro" in words(kofi.get(check).text)


def test_the_office_that_asks_for_another_stage_asks_for_schools_too(comes_as: Comes) -> None:
    kofi, hugo = comes_as("kofi"), comes_as("hugo")
    reference = applying.send(kofi, to_check(kofi))
    asked = {"fields": ["stage"], "reason": "wrong", "text": "Leo is twelve."}
    assert hugo.submit(f"/en/desk/cases/{reference}/request", asked).status_code == 303
    page = f"/en/cases/{reference}/answers"
    assert "Which schools do you want?" not in words(kofi.get(page).text)
    refused = kofi.submit(page, {"stage": "secondary"})
    assert refused.status_code == 422
    assert GONE in applying.problems(refused.text)
    stands = {**applying.standing(refused.text), "schools.change": button(kofi, page, "schools.change")}
    row = str(kofi.post(page, data=stands).headers["location"])
    assert offered(kofi, row) == SECONDARY
    assert kofi.submit(row, {"school": "salinas"}).status_code == 303
    assert "Which schools do you want?" in words(kofi.get(page).text), "it is still among the answers to send"
    sent = kofi.submit(page, {"stage": "secondary"})
    assert sent.status_code == 303, applying.problems(sent.text)
    filed = words(kofi.get(f"/en/cases/{reference}/filed").text)
    assert "IES Salinas" in filed
    assert "CEIP El Faro" not in filed


def test_at_the_desk_the_schools_follow_too(comes_as: Comes) -> None:
    hugo = comes_as("hugo")
    page = start(hugo, service="school_enrolment", name="Mar Olivares", known="told", channel="phone")
    write(hugo, page, stage="primary", then="show")
    added = str(write(hugo, page, stage="primary", **{"schools.add": "yes"}).headers["location"])
    assert offered(hugo, added) == PRIMARY
    assert hugo.submit(added, {"school": "lonja"}).status_code == 303
    refused = write(hugo, page, stage="secondary", **SAID)
    assert refused.status_code == 422
    assert GONE in applying.problems(refused.text)
    assert "CEIP La Lonja" in words(refused.text), "what was written stands there still"

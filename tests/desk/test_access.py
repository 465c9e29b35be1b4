"""Who may be at the desk, and whose cases lie on it."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from app.kit.towns import Town
from tests.desk.cases import copies, words
from tests.towns import Client

UNKNOWN = "VC-0000-000H"
BELOW = ("", "/request", "/steps/grant", "/messages", "/notes", "/assignment", f"/files/{uuid4()}")


def test_it_asks_a_stranger_to_sign_in_whatever_the_case(client: Client, asked: str) -> None:
    for reference in (asked, UNKNOWN):
        for below in BELOW:
            answer = client.get(f"/en/desk/cases/{reference}{below}")
            assert answer.status_code == 303
            assert answer.headers["location"].startswith("/en/sign-in")


@pytest.mark.parametrize("path", ["/desk", "/desk/cases", "/desk/cases?reference=VC-0000-000H"])
def test_it_is_not_there_for_an_outsider(comes_as: Callable[..., Client], path: str) -> None:
    assert comes_as("dan").get(f"/en{path}").status_code == 404


def test_whoever_works_here_keeps_the_menu_of_the_desk_where_nothing_is(comes_as: Callable[..., Client]) -> None:
    page = comes_as("clara").get("/en/desk/nowhere")
    assert page.status_code == 404
    assert 'aria-label="Desk"' in page.text
    assert 'href="/en/desk/cases">Queue</a>' in page.text
    assert 'href="/en/services"' not in page.text
    citizen = comes_as("dan").get("/en/desk/nowhere")
    assert 'aria-label="Desk"' not in citizen.text
    assert 'href="/en/services"' in citizen.text


@pytest.mark.parametrize("who", ["dan", "amina", "tomas", "dolores", "vera"])
def test_it_shows_no_case_of_the_civil_registry_to_others(
    comes_as: Callable[..., Client], asked: str, who: str
) -> None:
    other = comes_as(who)
    for below in BELOW:
        there = other.get(f"/en/desk/cases/{asked}{below}")
        nowhere = other.get(f"/en/desk/cases/{UNKNOWN}{below}")
        assert there.status_code == nowhere.status_code == 404
        assert words(there.text) == words(nowhere.text)


def test_it_lets_nobody_else_change_a_case(comes_as: Callable[..., Client], clara: Client, asked: str) -> None:
    tomas = comes_as("tomas")
    token = tomas.token("/en/me")
    for below, data in (
        ("/messages", {"text": "Hello"}),
        ("/notes", {"note": "Hello"}),
        ("/assignment", {"assignee": ""}),
        ("/request", {"fields": "parents", "reason": "missing"}),
        ("/steps/grant", {}),
    ):
        answer = tomas.post(f"/en/desk/cases/{asked}{below}", data={"_token": token, **data})
        assert answer.status_code == 404, below
    assert "Hello" not in clara.get(f"/en/desk/cases/{asked}").text


def test_it_shows_a_clerk_of_the_market_an_empty_queue(comes_as: Callable[..., Client], asked: str) -> None:
    page = comes_as("tomas").get("/en/desk/cases")
    assert page.status_code == 200
    assert asked not in page.text
    assert "0 open" in words(page.text)


@pytest.mark.parametrize("who", ["dolores", "vera"])
def test_it_leads_staff_without_cases_to_their_own_page(comes_as: Callable[..., Client], who: str) -> None:
    other = comes_as(who)
    for path in ("/desk", "/desk/cases", "/desk/cases?tab=mine"):
        answer = other.get(f"/en{path}")
        assert (answer.status_code, answer.headers["location"]) == (303, "/en/me"), path


def test_it_keeps_the_streets_from_a_clerk_of_the_registry(
    comes_as: Callable[..., Client], town: Town, clara: Client, asked: str
) -> None:
    [street] = copies(town, asked, 1, department="streets")
    assert clara.get(f"/en/desk/cases/{street}").status_code == 404
    assert street not in clara.get("/en/desk/cases").text
    assert street in comes_as("samir").get("/en/desk/cases").text


def test_it_finds_a_case_by_a_reference_as_people_write_it(
    comes_as: Callable[..., Client], clara: Client, asked: str
) -> None:
    written = asked.lower().replace("-", " ").replace("0", "o")
    found = clara.get("/en/desk/cases", params={"reference": written})
    assert (found.status_code, found.headers["location"]) == (303, f"/en/desk/cases/{asked}")
    assert comes_as("tomas").get("/en/desk/cases", params={"reference": asked}).status_code == 404

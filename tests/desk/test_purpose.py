"""A clerk sees names only after she said what for; it is written with each look, and it does not hold for ever."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.kit.towns import Town
from app.people import finding
from tests.desk.cases import words
from tests.desk.people import PURPOSE, people_of, search, with_purpose
from tests.towns import Client


def test_it_asks_what_for_before_it_shows_anybody(clara: Client, town: Town) -> None:
    person = f"/desk/people/{people_of(town)['amina']}"
    for path in ("/desk/search?q=amina", person):
        page = clara.get(f"/en{path}")
        assert page.status_code == 200
        assert "Why are you looking?" in words(page.text)
        assert "Belkacem" not in page.text
    sent = clara.submit(PURPOSE, {"purpose": "look_contact", "to": "/desk/search?q=amina"})
    assert (sent.status_code, sent.headers["location"]) == (303, "/en/desk/search?q=amina")
    assert "Amina Belkacem Ruiz" in search(clara, "amina")
    assert "Amina Belkacem Ruiz" in words(clara.get(f"/en{person}").text)


def test_it_holds_for_one_session_of_work(comes_as: Callable[..., Client], clara: Client) -> None:
    with_purpose(clara)
    for other in (comes_as("clara"), comes_as("tomas")):
        assert "Why are you looking?" in search(other, "amina")


def test_it_is_over_after_some_hours_and_what_was_searched_is_kept(clara: Client, town: Town) -> None:
    with_purpose(clara)
    town.clock.move(finding.LASTS + timedelta(seconds=1))
    page = clara.get("/en/desk/search", params={"q": "amina ruiz"})
    assert "What you said before held until" in words(page.text)
    assert 'name="to" value="/desk/search?q=amina+ruiz"' in page.text
    assert "Belkacem" not in page.text
    assert "Amina Belkacem Ruiz" in search(with_purpose(clara), "amina")


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({}, "Choose why you are looking."),
        ({"purpose": "entry_found"}, "Choose why you are looking."),
        ({"purpose": "look_other", "words": "  "}, "Say in a few words why you are looking."),
        ({"purpose": "look_case", "words": "x" * 301}, "This text is too long. Use at most 300 characters."),
    ],
)
def test_it_refuses_what_says_nothing(clara: Client, said: dict[str, str], error: str) -> None:
    sent = clara.submit(PURPOSE, {**said, "to": "/desk/search?q=amina"})
    assert sent.status_code == 422
    assert error in words(sent.text)
    assert 'value="/desk/search?q=amina"' in sent.text
    assert "Why are you looking?" in search(clara, "amina")


@pytest.mark.databases("sqlite")
def test_it_leads_on_to_a_search_or_a_person_only(clara: Client) -> None:
    for to in ("//evil.example", "/desk/search\r\nX: y", "https://evil.example/desk/search", "/desk/searching", "/me"):
        sent = clara.submit(PURPOSE, {"purpose": "look_case", "to": to})
        assert sent.headers["location"] == "/en/desk/search", to


def test_the_person_reads_who_looked_and_what_for(amina: Client, clara: Client, town: Town) -> None:
    with_purpose(clara, purpose="look_other", words="Zyxcanary")
    search(clara, "amina")
    clara.get(f"/en/desk/people/{people_of(town)['amina']}")
    said = words(amina.get("/en/me/looks").text)
    assert "Found you in a search A clerk: Civil registry Another task of the office." in said
    assert "Looked at your record A clerk: Civil registry Another task of the office." in said
    for word in ("Zyxcanary", "Clara"):
        assert word not in said


def test_everybody_whom_a_search_shows_reads_it(comes_as: Callable[..., Client], clara: Client) -> None:
    search(with_purpose(clara), "belkacem")
    assert "Found you in a search" in words(comes_as("boris").get("/en/me/looks").text)
    assert "Found you in a search" not in words(comes_as("nour").get("/en/me/looks").text)

"""No log, no look: whoever opens a case is written down, and the person reads it."""

import re
from collections.abc import Callable

import pytest

from app.kit import audit_looks, db
from app.kit.towns import Town
from tests.applying import certificate
from tests.desk.cases import case_of, words
from tests.towns import Client


def entries(town: Town, reference: str) -> list[tuple[str, int]]:
    """What was written down about a case by staff: the action and how often."""
    case = case_of(town, reference)
    with db.read(town) as unit:
        found = audit_looks.looks_at(unit, case.person_id or case.account_id)
    return sorted((look.action, look.count) for look in found if look.case_id == case.id)


def test_a_look_is_written_down_once_in_ten_minutes_with_a_count(town: Town, clara: Client, asked: str) -> None:
    for _ in range(3):
        assert clara.get(f"/en/desk/cases/{asked}").status_code == 200
    assert sum(count for action, count in entries(town, asked) if action == "looked") == 3


def test_the_queue_is_no_look_at_a_case(town: Town, clara: Client, asked: str) -> None:
    assert asked in clara.get("/en/desk/cases").text
    assert entries(town, asked) == []


def test_the_person_reads_who_looked_as_a_role_and_why(amina: Client, clara: Client, asked: str) -> None:
    clara.get(f"/en/desk/cases/{asked}")
    page = words(amina.get("/en/me/looks").text)
    assert "A clerk: Civil registry" in page
    assert f"Get a birth certificate, {asked}" in page
    assert "Clara" not in page


def test_somebody_who_is_no_known_person_reads_it_too(comes_as: Callable[..., Client], clara: Client) -> None:
    dan = comes_as("dan")
    reference = certificate(dan)
    assert "Nobody has looked yet" in words(dan.get("/en/me/looks").text)
    clara.get(f"/en/desk/cases/{reference}")
    assert reference in words(dan.get("/en/me/looks").text)


def test_nobody_reads_who_looked_at_somebody_else(comes_as: Callable[..., Client], clara: Client, asked: str) -> None:
    clara.get(f"/en/desk/cases/{asked}")
    assert asked not in comes_as("nour").get("/en/me/looks").text
    assert asked not in clara.get("/en/me/looks").text


def test_each_page_that_shows_the_case_counts_as_a_look(town: Town, clara: Client, asked: str) -> None:
    for below in ("", "/request", "/steps/grant"):
        assert clara.get(f"/en/desk/cases/{asked}{below}").status_code == 200
    assert sum(count for action, count in entries(town, asked) if action == "looked") == 3


def test_changes_are_written_down_with_the_change(town: Town, clara: Client, asked: str) -> None:
    page = f"/en/desk/cases/{asked}"
    clara.submit(page, {"note": "Look at book 214"}, to=f"{page}/notes")
    clara.submit(page, {"assignee": own_option(clara, page)}, to=f"{page}/assignment")
    assert {action for action, _ in entries(town, asked)} == {"looked", "noted", "assigned"}


@pytest.mark.databases("sqlite")
def test_whoever_links_two_cases_is_written_down_for_both_people(
    comes_as: Callable[..., Client], clara: Client, amina: Client, asked: str
) -> None:
    dan = comes_as("dan")
    other, page = certificate(dan), f"/en/desk/cases/{asked}/related"
    for given, times in ({"other": other}, 1), ({"other": other}, 1), ({"part": other}, 2):
        assert clara.submit(page, given).status_code == 303
        for whose in (amina, dan):
            said = words(whose.get("/en/me/looks").text)
            assert said.count("Noted whether your case belongs to another one") == times
    assert asked not in dan.get("/en/me/looks").text, "nobody reads of whom the other is"


def own_option(client: Client, page: str) -> str:
    found = re.search(r'<option value="([0-9a-f-]+)"[^>]*>Clara Montes</option>', case_side(client.get(page).text))
    assert found
    return found[1]


def case_side(html: str) -> str:
    return html.partition('class="case-side"')[2]

"""What the office asked is answered for the person, from the phone, the window or paper; the day it came in counts."""

from datetime import timedelta

import pytest

from app.kit.towns import Town
from tests.applying import permit, problems, standing
from tests.desk.cases import case_of, words
from tests.desk.intake import ANSWERS, ROSA, SAID, start, take_in, write
from tests.desk.test_request import ask
from tests.towns import Client

PARENTS = {"parents": "Boris Belkacem and Lucía Ruiz Mora"}


def day_before(town: Town, days: int) -> dict[str, str]:
    day = (town.clock.now() - timedelta(days=days)).date()
    return {"came.day": str(day.day), "came.month": str(day.month), "came.year": str(day.year)}


def test_an_answer_on_the_phone_brings_the_case_back(town: Town, amina: Client, clara: Client, asked: str) -> None:
    ask(clara, asked)
    page = f"/en/desk/cases/{asked}/answers"
    assert page in clara.get(f"/en/desk/cases/{asked}").text
    html = clara.get(page).text
    assert "What are the names of the parents?" in html
    assert "What do you need it for?" not in html
    sent = clara.submit(page, {**PARENTS, "channel": "phone"})
    assert sent.status_code == 303, problems(sent.text)
    assert (case_of(town, asked).state, case_of(town, asked).stopped) == ("checking", False)
    said = words(amina.get(f"/en/cases/{asked}").text)
    assert "The office wrote down your answer By phone" in said
    assert "Sent answers for you" in words(amina.get("/en/me/looks").text)
    assert clara.get(page).status_code == 409


def test_an_answer_on_paper_ends_the_pause_on_the_day_it_came_in(town: Town, clara: Client, asked: str) -> None:
    due = case_of(town, asked).due
    ask(clara, asked)
    town.clock.move(timedelta(days=6))
    clara.sign_in("clara")
    late = clara.submit(f"/en/desk/cases/{asked}/answers", {**PARENTS, "channel": "post", **day_before(town, 40)})
    assert "Write the day we asked, or a later day." in problems(late.text)
    sent = clara.submit(f"/en/desk/cases/{asked}/answers", {**PARENTS, "channel": "post", **day_before(town, 5)})
    assert sent.status_code == 303, problems(sent.text)
    assert due is not None
    new = case_of(town, asked).due
    assert new is not None
    assert (new - due).days < 6


@pytest.mark.databases("sqlite")
def test_it_says_what_is_missing_and_keeps_the_rest(town: Town, clara: Client, asked: str) -> None:
    ask(clara, asked, fields=["parents", "purpose"])
    page = f"/en/desk/cases/{asked}/answers"
    wrong = clara.submit(page, {"parents": "Ann", "came.day": "40"})
    said = problems(wrong.text)
    assert wrong.status_code == 422
    for error in ("What do you need it for? ", "Choose how it came.", "The day the paper came in: "):
        assert error in said, said
    assert standing(clara.get(page).text)["parents"] == "Ann"
    assert case_of(town, asked).state == "waiting"


@pytest.mark.databases("sqlite")
def test_a_row_is_written_on_a_page_of_its_own(town: Town, amina: Client, clara: Client) -> None:
    reference = permit(amina, work={"work": "roof"})
    ask(clara, reference, fields=["contacts"], phrases=[])
    row = f"/en/desk/cases/{reference}/answers/contacts/new"
    assert clara.submit(row, {"name": "", "phone": "1"}).status_code == 422
    kept = clara.submit(row, {"name": "Pilar Gómez", "phone": "600 000 040"})
    assert kept.headers["location"] == f"/en/desk/cases/{reference}/answers#q-contacts"
    assert "Pilar Gómez" in clara.get(f"/en/desk/cases/{reference}/answers").text


def test_a_form_on_paper_counts_from_the_day_it_came_in(town: Town, clara: Client) -> None:
    today = case_of(town, take_in(clara, start(clara, number=ROSA), **ANSWERS, **SAID))
    page = start(clara, number=ROSA, channel="post")
    signed = {**ANSWERS, "_declared": "signed"}
    write(clara, page, then="show", **ANSWERS)
    refused = write(clara, page, **signed, **day_before(town, -3))
    assert "The day the paper came in: " in problems(refused.text)
    earlier = case_of(town, take_in(clara, page, **signed, **day_before(town, 10)))
    assert earlier.due is not None
    assert today.due is not None
    assert earlier.due < today.due
    said = words(clara.get(f"/en/desk/cases/{earlier.reference}/receipt").text)
    assert "Our clock counts from that day." in said
    assert "Rosa Cabello Nieto signed this on paper." in said

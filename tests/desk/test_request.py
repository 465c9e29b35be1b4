"""Asking the person for information: exactly these questions, for this reason, and nothing twice."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.kit.towns import Town
from tests.applying import begin, fill, fill_until, problems, send, standing
from tests.desk.cases import case_of, words
from tests.towns import Client

METER: dict[str, dict[str, Any]] = {
    "signs": {"signs": ["noise"]},
    "test": {"test": "moves"},
    "place": {},
    "meter": {"meter": ""},
    "reading": {"reading": ""},
    "photo": {},
    "part": {"part": "noon"},
    "at_home": {"at_home": "me"},
    "door": {"door": []},
    "contact": {"contact": "Amina"},
    "reach": {"reach": ["email"]},
    "email": {},
}


def ask(clara: Client, reference: str, **changes: object) -> object:
    page = f"/en/desk/cases/{reference}/request"
    sent = {"fields": ["parents"], "reason": "missing", "phrases": ["parents_missing"], "text": "Both, please."}
    return clara.submit(page, {**sent, **changes})


def test_it_opens_exactly_the_marked_questions(amina: Client, clara: Client, asked: str) -> None:
    assert ask(clara, asked).status_code == 303  # type: ignore[attr-defined]
    html = amina.get(f"/en/cases/{asked}/answers").text
    assert "What are the names of the parents?" in html
    assert "What do you need it for?" not in html
    said = words(html)
    assert "Something is missing." in said
    assert "We need the names of the parents to find the entry." in said
    assert "Both, please." in said


def test_it_stops_the_clock_and_both_sides_see_why(town: Town, amina: Client, clara: Client, asked: str) -> None:
    ask(clara, asked)
    assert case_of(town, asked).stopped
    for html in (clara.get(f"/en/desk/cases/{asked}").text, amina.get(f"/en/cases/{asked}").text):
        assert "because something was missing" in words(html)
    assert "The person’s turn" in words(clara.get("/en/desk/cases?tab=waiting").text)


def test_an_answer_brings_the_case_back_and_starts_the_clock(
    town: Town, amina: Client, clara: Client, asked: str
) -> None:
    ask(clara, asked)
    page = f"/en/cases/{asked}/answers"
    given = {**standing(amina.get(page).text), "parents": "Boris Belkacem and Lucía Ruiz Mora"}
    assert amina.post(page, data=given).status_code == 303
    case = case_of(town, asked)
    assert (case.state, case.stopped, case.yours) == ("checking", False, False)
    said = words(clara.get(f"/en/desk/cases/{asked}").text)
    assert "Lucía Ruiz Mora" in said
    assert "The person sent the answer" in said
    assert "The clock was stopped on" in said, "one day is not from a day to itself"
    assert "Information was asked for" in said and "We need something from you" not in said, "as staff say it"


def test_the_person_is_told_at_once(settle: Callable[..., int], amina: Client, clara: Client, asked: str) -> None:
    ask(clara, asked)
    settle()
    assert f"{asked}: we need something from you" in words(amina.get("/en/me/messages").text)


def test_it_wants_a_question_a_reason_and_every_blank_filled(town: Town, clara: Client, asked: str) -> None:
    for changes, error in (
        ({"fields": []}, "Choose at least one question."),
        ({"fields": ["other"]}, "Choose at least one question."),
        ({"reason": ""}, "Choose why."),
        ({"reason": "curious"}, "Choose why."),
        ({"phrases": ["document_missing"]}, "Fill in: Name of the document"),
    ):
        answer = ask(clara, asked, **changes)
        assert answer.status_code == 422  # type: ignore[attr-defined]
        assert error in problems(answer.text)  # type: ignore[attr-defined]
    assert case_of(town, asked).state == "checking"


def test_after_an_error_everything_typed_is_still_there(clara: Client, asked: str) -> None:
    html = ask(clara, asked, reason="", fields=["parents", "purpose"]).text  # type: ignore[attr-defined]
    assert 'value="purpose" checked' in html
    assert 'value="parents_missing" checked' in html
    assert "Both, please." in html


def test_the_clerk_sees_what_was_asked_until_it_is_answered(amina: Client, clara: Client, asked: str) -> None:
    ask(clara, asked)
    said = words(clara.get(f"/en/desk/cases/{asked}").text)
    turn = said.partition("The person’s side: to answer")[2].partition("Checks")[0]
    for sentence in ("Something is missing.", "What are the names of the parents?", "Both, please."):
        assert sentence in turn, sentence
    page = f"/en/cases/{asked}/answers"
    amina.post(page, data={**standing(amina.get(page).text), "parents": "Boris Belkacem"})
    assert "Both, please." not in words(clara.get(f"/en/desk/cases/{asked}").text)


def test_a_second_press_of_the_button_leads_to_the_case(town: Town, clara: Client, asked: str) -> None:
    page, sent = f"/en/desk/cases/{asked}/request", {"fields": ["parents"], "reason": "missing"}
    token = clara.token(page)
    for _ in range(2):
        assert clara.post(page, data={**sent, "_token": token}).status_code == 303
    town.clock.move(timedelta(minutes=1))
    assert clara.post(page, data={**sent, "_token": token}).status_code == 409


def test_it_cannot_be_asked_while_the_person_is_to_answer(clara: Client, asked: str) -> None:
    token = clara.token(f"/en/desk/cases/{asked}")
    ask(clara, asked)
    assert clara.get(f"/en/desk/cases/{asked}/request").status_code == 409
    again = {"_token": token, "fields": "purpose", "reason": "wrong"}
    assert clara.post(f"/en/desk/cases/{asked}/request", data=again).status_code == 409


def test_what_the_office_asks_for_is_not_optional(amina: Client, clara: Client, asked: str) -> None:
    ask(clara, asked)
    page = f"/en/cases/{asked}/answers"
    assert "(optional)" not in amina.get(page).text
    empty = amina.submit(page, {"parents": ""})
    assert empty.status_code == 422
    assert problems(empty.text)


@pytest.mark.databases("sqlite")
def test_what_is_asked_again_as_a_rule_is_chosen_already(comes_as: Callable[..., Client], amina: Client) -> None:
    hugo = comes_as("hugo")
    day = fill_until(amina, begin(amina, "water-meter"), METER, "day")
    offered = re.findall(r'name="day"[^>]*? value="([^"]+)"', amina.get(day).text)
    reference = send(amina, fill(amina, day, {**METER, "day": {"day": offered[0]}}))
    html = hugo.get(f"/en/desk/cases/{reference}/request").text
    chosen = re.findall(r'name="fields"[^>]*value="([a-z_]+)"[^>]* checked', html)
    assert chosen == ["day"], "nobody opened: another day"

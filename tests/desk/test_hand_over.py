"""A case that another department has to answer: it leaves the one and lies with the other, with nobody there yet."""

from collections.abc import Callable
from datetime import timedelta

from app.kit.towns import Town
from tests.applying import begin, fill, send
from tests.desk.cases import case_of, words
from tests.towns import Client

ABOUT_WATER = {
    "kind": {"kind": "complaint"},
    "about": {"about": "environment"},
    "what": {"what": "The bin in front of my door smells."},
    "where": {"where": ""},
    "wish": {"wish": ""},
    "signed": {"signed": "named"},
    "answer": {"answer": "no"},
}


def complain(client: Client) -> str:
    return send(client, fill(client, begin(client, "complaint"), ABOUT_WATER))


def test_who_hands_a_case_over_no_longer_sees_it_and_the_others_do(
    town: Town, settle: Callable[..., int], amina: Client, comes_as: Callable[..., Client]
) -> None:
    clara, hugo, reference = comes_as("clara"), comes_as("hugo"), complain(amina)
    case = f"/en/desk/cases/{reference}"
    assert (clara.get(case).status_code, hugo.get(case).status_code) == (404, 200)
    hugo.submit(f"{case}/assignment", {"to": ""})
    handed = hugo.submit(f"{case}/steps/not_ours", {})
    assert handed.headers["location"].startswith("/en/desk/cases")
    assert "The case is with the other office now." in words(hugo.get(handed.headers["location"]).text)
    assert (clara.get(case).status_code, hugo.get(case).status_code) == (200, 404)
    assert (case_of(town, reference).department, case_of(town, reference).assignee) == ("civil_registry", None)
    assert "Civil registry" in words(amina.get(f"/en/cases/{reference}").text)
    assert clara.submit(f"{case}/steps/pass_works", {}).headers["location"].startswith(case), "works are hers too"
    assert clara.submit(f"{case}/steps/not_ours", {}).status_code == 303
    assert clara.submit(f"{case}/steps/pass_environment", {}).status_code == 303
    assert (clara.get(case).status_code, hugo.get(case).status_code) == (404, 200)
    assert hugo.submit(f"{case}/steps/pass_environment", {}).status_code == 403, "it is with hers already"


def test_an_answer_to_a_complaint_is_nothing_to_appeal_against(
    town: Town, settle: Callable[..., int], amina: Client, comes_as: Callable[..., Client]
) -> None:
    hugo, reference = comes_as("hugo"), complain(amina)
    grounds = {"reasons": ["complaint_right"], "conditions": ["complaint_measure"],
               "complaint_measure.measure": "We move the bin", "complaint_measure.date": "1/12/2026"}  # fmt: skip
    assert hugo.submit(f"/en/desk/cases/{reference}/steps/apologise", grounds).status_code == 303
    town.clock.move(timedelta(minutes=11))
    settle()
    page = amina.get(f"/en/cases/{reference}").text
    assert "/notifications/" not in page, "an answer is told, not served"
    said = words(page)
    assert "That should not have happened." in said
    assert "We move the bin" in said
    assert "If you do not agree" not in said
    assert amina.post(f"/en/cases/{reference}/appeal", data={}).status_code in (403, 404, 409, 422)

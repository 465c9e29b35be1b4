"""An appeal is a case of its own: it starts from a decision, in time, and goes to somebody who had no part in it."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from app.kit.towns import Town
from tests.applying import fill, problems, send
from tests.cast import DAN
from tests.desk.cases import case_of, opened, permit, words
from tests.desk.test_decision import RECALL, hear, press
from tests.identity.identifying import accept, give, person
from tests.towns import Client

Settle = Callable[..., int]
ANSWERS = {
    "applicant": {"applicant.name": "Amina Belkacem Ruiz"},
    "wrong": {"wrong": "My birth was entered under my other surname."},
    "papers": {},
    "truth": {"truth": "yes"},
}


@pytest.fixture
def refused(town: Town, settle: Settle, amina: Client, clara: Client, asked: str) -> str:
    hear(clara, amina, asked)
    press(clara, asked, "refuse", reasons=["entry_not_found"])
    town.clock.move(RECALL)
    settle()
    return asked


def appeal(client: Client, reference: str) -> str:
    """The way from the decision, once opened, through the form; the reference of the appeal."""
    opened(client, reference)
    return sent(client, reference)


def sent(client: Client, reference: str) -> str:
    """The same for a decision that was opened before."""
    page = f"/en/cases/{reference}/appeal"
    assert f'href="{page}"' in client.get(f"/en/cases/{reference}").text
    begun = client.submit(page)
    assert begun.status_code == 303
    draft = f"/en{begun.headers['location']}" if begun.headers["location"].startswith("/drafts") else ""
    place = client.get(draft or begun.headers["location"]).headers["location"]
    return send(client, fill(client, place, ANSWERS))


def test_it_goes_to_somebody_else_who_has_the_whole_file_in_view(
    comes_as: Callable[..., Client], settle: Settle, amina: Client, clara: Client, refused: str
) -> None:
    reference = appeal(amina, refused)
    settle()
    assert f"There is an appeal against the decision: {refused}" not in words(amina.get("/en/me").text)
    assert reference in words(amina.get(f"/en/cases/{refused}").text)
    assert refused in words(amina.get(f"/en/cases/{reference}").text)
    assert "There is an appeal against the decision" in words(clara.get(f"/en/desk/cases/{refused}").text)
    assert clara.get(f"/en/desk/cases/{reference}").status_code == 404
    olga = comes_as("olga")
    desk = olga.get(f"/en/desk/cases/{reference}").text
    assert "The appeal is about this case: Get a birth certificate," in words(desk)
    assert olga.get(f"/en/desk/cases/{refused}").status_code == 404
    file = olga.get(f"/en/desk/cases/{reference}/first")
    for sentence in ("It is not there.", "I was born in the old hospital.", "Ann and Bob Whitlock", "Decided by Clara"):
        assert sentence in words(file.text), sentence
    letter = re.findall(r'href="([^"]+/first/documents/[^"]+)"', file.text)[0]
    assert olga.get(letter).status_code == 200
    assert clara.get(f"/en/desk/cases/{refused}/first").status_code == 404


def test_who_decided_before_cannot_decide_on_it_nor_be_given_it(
    town: Town, comes_as: Callable[..., Client], settle: Settle, amina: Client, clara: Client
) -> None:
    samir, olga, works = comes_as("samir"), comes_as("olga"), permit(amina)
    press(clara, works, "hear", reasons=["hear_any"], **{"hear_any.rule": "art. 7"})
    assert amina.submit(f"/en/cases/{works}/answers", {"statement": "It is my roof."}).status_code == 303
    before_him = words(samir.get(f"/en/desk/cases/{works}/steps/refuse").text)
    assert "What the person said last Amina Belkacem Ruiz" in before_him and "It is my roof." in before_him
    press(samir, works, "refuse", reasons=["no_consent"])
    town.clock.move(RECALL)
    settle()
    reference = appeal(amina, works)
    case = f"/en/desk/cases/{reference}"
    his_page = words(samir.get(case).text)
    assert "Confirm the first decision" not in his_page
    assert "Somebody else has to decide on this appeal." in his_page
    assert "Take more time" not in his_page
    assert "Take more time" in words(olga.get(case).text)
    refusal = samir.get(f"{case}/steps/confirm")
    assert refusal.status_code == 409
    assert "You decided or examined the first case." in words(refusal.text)
    data = {"_token": samir.token(case), "reasons": "appeal_unfounded"}
    for below in ("steps/confirm", "extension"):
        assert samir.post(f"{case}/{below}", data=data).status_code == 409
    assert "You decided or examined the first case." in words(samir.get(f"{case}/extension").text)
    assert "Confirm the first decision" in words(olga.get(case).text)
    options = dict(re.findall(r'<option value="([^"]+)"[^>]*>([^<]+)', olga.get(case).text))
    his = next(value for value, name in options.items() if name == "Samir Benali")
    given = olga.submit(case, {"assignee": his}, to=f"{case}/assignment")
    assert "This colleague decided or examined the first case." in problems(given.text)


@pytest.mark.parametrize(
    ("way", "reason", "said"),
    [
        ("confirm", "appeal_unfounded", "On appeal the decision stays"),
        ("change", "appeal_founded", "On appeal the decision was changed"),
        ("send_back", "appeal_founded", "On appeal the case was sent back, to be decided again"),
    ],
)
@pytest.mark.databases("sqlite")
def test_it_confirms_changes_or_sends_back(
    town: Town, comes_as: Callable[..., Client], settle: Settle, amina: Client, clara: Client, refused: str,
    way: str, reason: str, said: str,
) -> None:  # fmt: skip
    reference = appeal(amina, refused)
    olga = comes_as("olga")
    assert "within 2 months" in words(olga.get(f"/en/desk/cases/{reference}/steps/{way}").text)
    assert press(olga, reference, way, reasons=[reason]).status_code == 303  # type: ignore[attr-defined]
    town.clock.move(RECALL)
    settle()
    assert said not in words(amina.get(f"/en/cases/{refused}").text), "the decision on the appeal waits to be opened"
    opened(amina, reference)
    assert said in words(amina.get(f"/en/cases/{refused}").text)
    assert said in words(clara.get(f"/en/desk/cases/{refused}").text)
    assert f"{said}: {reference}" in words(amina.get(f"/en/cases/{refused}").text), "above all it is not a mere appeal"
    case = case_of(town, refused)
    if way == "send_back":
        assert (case.state, case.closed_at) == ("checking", None)
        assert case.due is not None
        assert press(clara, refused, "grant", reasons=["entry_found"]).status_code == 303  # type: ignore[attr-defined]
        town.clock.move(RECALL)
        settle()
        assert case_of(town, refused).outcome == "granted"
    else:
        assert case.closed_at is not None
        assert "Appeal against the decision" not in words(amina.get(f"/en/cases/{refused}").text)
        again = amina.submit(f"/en/cases/{reference}", to=f"/en/cases/{refused}/appeal")
        assert again.status_code == 409 and "Your appeal was decided." in words(again.text), (
            "once is what the law gives"
        )


def test_it_is_in_time_and_about_something(
    town: Town, comes_as: Callable[..., Client], settle: Settle, amina: Client, refused: str, clara: Client
) -> None:
    page = f"/en/cases/{refused}/appeal"
    assert comes_as("dan").get(page).status_code == 404
    assert "Open it first: then you can appeal." in words(amina.get(page).text)
    assert amina.get("/en/services/appeal").status_code == 404, "no service to look for"
    appeal(amina, refused)
    assert "There is an appeal against this decision already." in words(amina.get(page).text)
    town.clock.move(timedelta(days=11))
    settle()
    town.clock.move(timedelta(days=35))
    amina = comes_as("amina")
    late = amina.get(page)
    assert late.status_code == 409
    assert "The last day to appeal was" in words(late.text)


@pytest.mark.databases("sqlite")
def test_the_time_runs_from_the_day_on_which_it_was_opened_and_both_pages_name_the_same_last_day(
    town: Town, comes_as: Callable[..., Client], refused: str
) -> None:
    town.clock.move(timedelta(days=8))
    amina = comes_as("amina")
    said = opened(amina, refused).partition("If you do not agree")[2].partition("Appeal against")[0]
    assert "within 1 month. The time begins on the day after the decision counts as served." in said
    [last] = re.findall(r"Last day: ([^.]+)\.", said)
    assert f"Last day: {last}" in words(amina.get(f"/en/cases/{refused}/appeal").text)
    sent(amina, refused)
    assert "Last day: " not in words(amina.get(f"/en/cases/{refused}").text), "there is an appeal already"


def test_silence_leaves_the_decision_as_it_was_and_says_so(
    town: Town, comes_as: Callable[..., Client], settle: Settle, amina: Client, refused: str
) -> None:
    reference = appeal(amina, refused)
    town.clock.move(timedelta(days=36))
    settle()
    amina = comes_as("amina")
    said = words(amina.get(f"/en/cases/{reference}").text)
    assert "The law counts it as refused, because the time to decide is over." in said
    assert "On appeal the decision stays" not in said
    assert case_of(town, refused).closed_at is not None


@pytest.mark.databases("sqlite")
def test_who_acts_for_her_appeals_in_her_name_where_the_mandate_is_for_appeals_too(
    town: Town, comes_as: Callable[..., Client], amina: Client, refused: str
) -> None:
    dan = comes_as("dan")
    give(amina, DAN.email, services="birth_certificate")
    narrow = accept(dan)
    opened(amina, refused)
    answer = dan.submit(f"/en/cases/{refused}/appeal")
    assert answer.status_code == 409
    assert "Your mandate is not for appeals" in answer.text
    assert amina.submit(f"/en/me/mandates/{narrow}/end").status_code == 303
    give(amina, DAN.email)
    accept(dan)
    case = case_of(town, sent(dan, refused))
    assert (case.person_id, case.helper_id is not None) == (person(town, "amina"), True)

"""Deciding: with reasons, told when the recall time is over, and a refusal only after the person was heard."""

from collections.abc import Callable
from datetime import timedelta

from app.cases import contents
from app.kit import db
from app.kit.towns import Town
from tests.applying import certificate, problems, standing
from tests.desk.cases import case_of, opened, permit, words
from tests.towns import Client

RECALL = timedelta(minutes=11)


def press(client: Client, reference: str, step: str, **grounds: object) -> object:
    return client.submit(f"/en/desk/cases/{reference}/steps/{step}", grounds)


def hear(clara: Client, amina: Client, reference: str) -> None:
    press(clara, reference, "hear", reasons=["hear_entry_not_found"])
    page = f"/en/cases/{reference}/answers"
    given = {**standing(amina.get(page).text), "statement": "I was born in the old hospital."}
    assert amina.post(page, data=given).status_code == 303


def test_a_grant_is_told_when_its_recall_time_is_over(
    town: Town, settle: Callable[..., int], amina: Client, clara: Client, asked: str
) -> None:
    press(clara, asked, "grant", reasons=["entry_found"])
    settle()
    assert case_of(town, asked).state == "checking"
    assert "Decided, not sent yet: Issue the certificate" in words(clara.get(f"/en/desk/cases/{asked}").text)
    for path in (f"/en/cases/{asked}", "/en/me", "/en/me/looks"):
        said = words(amina.get(path).text)
        assert "Granted" not in said
        assert "Decided" not in said
    town.clock.move(RECALL)
    settle()
    said = opened(amina, asked)
    assert "Granted" in said
    assert "The entry of the birth is in our register." in said
    assert "Clara Montes" in said
    desk = words(clara.get(f"/en/desk/cases/{asked}").text).partition("Our side: done")[2].partition("The person’s")[0]
    assert "The entry of the birth is in our register." in desk
    assert "Decided by Clara Montes" in desk
    assert "Decided on your case" in words(amina.get("/en/me/looks").text)
    assert case_of(town, asked).outcome == "granted"


def test_the_page_says_when_it_is_told_and_what_the_person_will_read(
    comes_as: Callable[..., Client], clara: Client
) -> None:
    reference = certificate(comes_as("amina"), "ar")
    html = clara.get(f"/en/desk/cases/{reference}/steps/grant").text
    assert "The person is told at this time" in words(html)
    assert '<span class="hint" lang="ar" dir="rtl">قيد الميلاد موجود' in html
    assert "The decision also says" in words(html)


def test_a_second_press_of_the_button_decides_once_and_leads_to_the_case(
    town: Town, comes_as: Callable[..., Client], clara: Client, asked: str
) -> None:
    page, other = f"/en/desk/cases/{asked}/steps/grant", comes_as("clara")
    token, others = clara.token(page), other.token(page)
    for _ in range(2):
        answer = clara.post(page, data={"_token": token})
        assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (303, f"/en/desk/cases/{asked}")
    assert other.post(page, data={"_token": others}).status_code == 303
    case = case_of(town, asked)
    with db.read(town) as unit:
        assert len(contents.decisions(unit, case.id)) == 1
    town.clock.move(timedelta(minutes=1))
    assert clara.post(page, data={"_token": token}).status_code == 409


def test_while_it_waits_nothing_else_can_be_done(clara: Client, asked: str) -> None:
    page = f"/en/desk/cases/{asked}/steps/hear"
    token = clara.token(page)
    press(clara, asked, "grant")
    assert clara.get(page).status_code == 409
    assert clara.post(page, data={"_token": token, "text": "No"}).status_code == 409
    assert "Ask for information" not in words(clara.get(f"/en/desk/cases/{asked}").text)


def test_a_refusal_is_not_offered_before_the_person_was_heard(town: Town, clara: Client, asked: str) -> None:
    assert clara.get(f"/en/desk/cases/{asked}/steps/refuse").status_code == 409
    token = clara.token(f"/en/desk/cases/{asked}")
    data = {"_token": token, "reasons": "entry_not_found"}
    assert clara.post(f"/en/desk/cases/{asked}/steps/refuse", data=data).status_code == 409
    assert case_of(town, asked).state == "checking"


def test_a_refusal_after_the_hearing_names_reason_and_remedy(
    town: Town, settle: Callable[..., int], amina: Client, clara: Client, asked: str
) -> None:
    hear(clara, amina, asked)
    assert "I was born in the old hospital." in words(clara.get(f"/en/desk/cases/{asked}").text)
    press(clara, asked, "refuse", reasons=["entry_not_found"], text="We also asked the hospital.")
    town.clock.move(RECALL)
    settle()
    said = opened(amina, asked)
    for sentence in (
        "Not granted",
        "We looked for the entry of the birth in our register. It is not there.",
        "We also asked the hospital.",
        "the mayor of Puerto Claro",
    ):
        assert sentence in said, sentence


def test_a_refusal_without_a_reason_is_no_refusal(town: Town, amina: Client, clara: Client, asked: str) -> None:
    hear(clara, amina, asked)
    answer = press(clara, asked, "refuse")
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert "Give a reason" in problems(answer.text)  # type: ignore[attr-defined]
    wrong = press(clara, asked, "refuse", reasons=["document_not_valid"], text="Kept words")
    assert "Fill in: Name of the document" in problems(wrong.text)  # type: ignore[attr-defined]
    assert "Kept words" in wrong.text  # type: ignore[attr-defined]


def test_a_hearing_goes_out_at_once_and_leaves_the_clock_running(
    town: Town, settle: Callable[..., int], amina: Client, clara: Client, asked: str
) -> None:
    page = words(clara.get(f"/en/desk/cases/{asked}/steps/hear").text)
    assert "The person is told at once." in page
    assert "The clock goes on." in page
    told = press(clara, asked, "hear", reasons=["hear_any"], **{"hear_any.rule": "art. 7"})
    assert "The person is told and can answer." in clara.get(told.headers["location"]).text  # type: ignore[attr-defined]
    settle()
    assert "please read this before we decide" in words(amina.get("/en/me/messages").text)
    assert not case_of(town, asked).stopped
    assert "art. 7" in words(amina.get(f"/en/cases/{asked}/answers").text)


def test_conditions_are_for_the_supervisor_to_set(
    comes_as: Callable[..., Client], town: Town, settle: Callable[..., int], amina: Client, clara: Client
) -> None:
    works, samir = permit(amina), comes_as("samir")
    assert clara.get(f"/en/desk/cases/{works}/steps/grant_if").status_code == 409
    none = press(samir, works, "grant_if", reasons=["drawings_in_order"])
    assert "Choose at least one condition." in problems(none.text)  # type: ignore[attr-defined]
    slots = {"working_hours.from": "8:00", "working_hours.to": "18:00"}
    press(samir, works, "grant_if", reasons=["drawings_in_order"], conditions=["working_hours"], **slots)
    town.clock.move(RECALL)
    settle()
    said = opened(amina, works)
    assert "Permit granted with conditions" in said
    assert "from 8:00 to 18:00" in said


def test_it_offers_only_what_this_member_of_staff_may_press(
    comes_as: Callable[..., Client], clara: Client, asked: str
) -> None:
    grant = f"/en/desk/cases/{asked}/steps/grant"
    assert f'"{grant}"' in clara.get(f"/en/desk/cases/{asked}").text
    samir = comes_as("samir")
    assert f'"{grant}"' not in samir.get(f"/en/desk/cases/{asked}").text
    assert samir.get(grant).status_code == 409


def test_an_unknown_step_is_refused_like_one_that_is_not_open(clara: Client, asked: str) -> None:
    assert clara.get(f"/en/desk/cases/{asked}/steps/nonsense").status_code == 409

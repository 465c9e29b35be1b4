"""A case for somebody at the window: the same form, rules, receipt and clock as online."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from app.kit import db
from app.kit.towns import Town
from app.notifications import letter, letters_waiting
from tests.applying import problems, standing
from tests.desk.cases import case_of, words
from tests.desk.intake import ANSWERS, ON_HER_PAGE, ROSA, SAID, START, start, take_in, write
from tests.towns import Client


def test_a_clerk_takes_it_in_and_the_case_is_hers_with_receipt_and_clock(town: Town, clara: Client) -> None:
    reference = take_in(clara, start(clara, number=ROSA), **ANSWERS, **SAID)
    case = case_of(town, reference)
    assert (case.via, case.account_id, case.session_id, case.locale) == ("counter", None, None, "es")
    assert case.person_id is not None
    assert case.state == "checking"
    assert case.due is not None
    said = words(clara.get(f"/en/desk/cases/{reference}/receipt").text)
    assert reference in said
    assert "Rosa Cabello Nieto declared this at the window. Clara Montes wrote it down." in said
    assert "Calle de la Iglesia" in said


def test_the_printed_code_opens_the_check_and_the_case_for_whoever_has_no_account(town: Town, clara: Client) -> None:
    reference = take_in(clara, start(clara, number=ROSA), **ANSWERS, **SAID)
    html = clara.get(f"/en/desk/cases/{reference}/receipt").text
    code = re.search(r"/check\?code=([0-9A-Z-]+)", html)
    assert code is not None
    rosa = Client(town)
    assert reference in words(rosa.submit("/en/check", {"code": code[1]}).text)
    proven = rosa.submit("/en/check/follow/code", {"reference": reference, "code": code[1]})
    assert proven.headers["location"] == f"/en/cases/{reference}"
    said = words(rosa.get(f"/en/cases/{reference}").text)
    assert "The office filled this in for you, at the window" in said


def test_whoever_has_no_account_is_written_a_letter(town: Town, settle: Callable[..., int], clara: Client) -> None:
    reference = take_in(clara, start(clara, number=ROSA), **ANSWERS, **SAID)
    settle()
    case = case_of(town, reference)
    with db.read(town) as unit:
        waiting = [line for line in letters_waiting(unit) if line.case_id == case.id]
        assert [line.locale for line in waiting] == ["es"]
        html = letter(unit, waiting[0].id) or ""
    for said in (reference, "Rosa Cabello Nieto", "Calle de la Iglesia"):
        assert said in html, said


def test_whoever_has_an_account_finds_it_on_her_page(town: Town, amina: Client, clara: Client) -> None:
    number = identity_number(amina)
    reference = take_in(clara, start(clara, number=number, channel="phone"), **ON_HER_PAGE)
    assert reference in amina.get("/en/me").text
    assert case_of(town, reference).via == "phone"
    said = words(amina.get(f"/en/cases/{reference}").text)
    assert "The office filled this in for you, on the phone" in said
    looks = words(amina.get("/en/me/looks").text)
    assert "Was filling in a form for you" in looks
    assert "Sent a form for you" in looks
    assert reference not in clara.get("/en/me").text


def identity_number(client: Client) -> str:
    """Her number as her own form is filled in with it."""
    page = client.post("/en/services/birth-certificate/drafts").headers["location"]
    applicant = client.post(page, data={**standing(client.get(page).text), "for_whom": "me"}).headers["location"]
    return str(standing(client.get(applicant).text)["applicant.identifier.value"])


def test_only_what_she_says_of_herself_waits_to_be_proven(town: Town, clara: Client) -> None:
    page = start(clara, name="Mar Olivares", known="told", channel="phone")
    given = {
        **ANSWERS, "delivery": "portal", "applicant.name": "Mar Olivares", "applicant.born.day": "3",
        "applicant.born.month": "4", "applicant.born.year": "1970", "applicant.identifier.kind": "none",
    }  # fmt: skip
    case = case_of(town, take_in(clara, page, **given, **SAID))
    assert (case.state, case.started_at, case.person_id) == ("to_prove", None, None)


@pytest.mark.databases("sqlite")
def test_what_depends_is_shown_by_one_press_and_never_sent_unseen(clara: Client) -> None:
    page = start(clara, number=ROSA)
    assert "How many copies" not in clara.get(page).text
    sent = write(clara, page, **ANSWERS, **SAID)
    assert sent.status_code == 422
    assert "This question is new: your other answers ask it." in problems(sent.text)
    shown = write(clara, page, then="show", **{**ANSWERS, "for_whom": "child"})
    assert shown.headers["location"].startswith(page + "#q-child")
    assert 'name="child.name"' in clara.get(page).text


@pytest.mark.databases("sqlite")
def test_each_error_names_its_question(clara: Client) -> None:
    html = write(clara, start(clara, number=ROSA)).text
    summary = html.partition('id="error-summary"')[2].partition("</ul>")[0]
    lines = re.findall(r'<a href="#([^"]+)">([^<]+)</a>', summary)
    assert len({said for _, said in lines}) == len(lines) > 4
    assert ("_declared", "Say how the person declared it.") in lines
    assert all("? " in said for place, said in lines if place != "_declared"), lines
    for place, _ in lines:
        assert f'id="{place}"' in html, place


@pytest.mark.databases("sqlite")
def test_nothing_is_offered_to_be_completed_from_the_clerks_own_data(clara: Client) -> None:
    html = clara.get(start(clara, number=ROSA)).text.partition("<main")[2]
    assert "Rosa Cabello Nieto" in html
    assert set(re.findall(r'autocomplete="([^"]+)"', html)) == {"off"}


@pytest.mark.databases("sqlite")
def test_it_says_what_is_missing_at_the_start(clara: Client) -> None:
    for changes, error in (
        ({"service": "unheard_of"}, "Choose what the person asks for."),
        ({"service": "disabled_parking_badge"}, "Choose what the person asks for."),
        ({"channel": "web"}, "Choose how it comes."),
        ({"known": ""}, "Choose how you know who it is."),
        ({"language": "xx"}, "Choose the language of the person."),
        ({"number": "12345678Z"}, "Nobody in the register has this number."),
        ({}, "Write the name, or the number of a document."),
        ({"name": "x" * 201}, "too long"),
    ):
        answer = clara.submit("/en/desk/intake", {**START, **changes})
        assert answer.status_code == 422, changes
        assert error in problems(answer.text), changes


def test_a_form_in_one_clerks_hands_is_not_in_anothers(
    town: Town, clara: Client, comes_as: Callable[..., Client]
) -> None:
    page = start(clara, number=ROSA)
    samir, dan = comes_as("samir"), comes_as("dan")
    for other in (samir, dan):
        assert other.get(page).status_code == 404
        assert other.post(page, data={"_token": other.token("/en/drafts")}).status_code == 404
    assert page in clara.get("/en/desk/intake").text
    draft = page.rpartition("/")[2]
    assert clara.get(f"/en/drafts/{draft}").status_code == 404


def test_a_second_press_leads_to_the_same_receipt(clara: Client) -> None:
    page = start(clara, number=ROSA)
    token = clara.token(page)
    reference = take_in(clara, page, **ANSWERS, **SAID)
    again = clara.post(page, data={"_token": token, **ANSWERS, **SAID})
    assert again.headers["location"] == clara.get(page).headers["location"] == f"/en/desk/cases/{reference}/receipt"


def test_one_window_takes_in_what_belongs_to_another_office(clara: Client) -> None:
    page = start(clara, service="large_items", number=ROSA)
    assert clara.get(page).status_code == 200
    row = f"{page}/items/new"
    wrong = clara.submit(row, {"kind": "sofa", "count": "0"})
    assert wrong.status_code == 422
    kept = clara.submit(row, {"kind": "sofa", "what": "", "count": "1"})
    assert kept.headers["location"] == f"{page}#q-items"
    assert "Sofa" in words(clara.get(page).text)


def test_an_open_case_for_the_same_is_shown_before_one_more_is_opened(
    town: Town, settle: Callable[..., int], comes_as: Callable[..., Client], clara: Client
) -> None:
    again = "Asked for already, and still open"
    first = start(clara, number=ROSA)
    assert again not in words(clara.get(first).text)
    reference = take_in(clara, first, **ANSWERS, **SAID)
    page = clara.get(start(clara, number=ROSA)).text
    assert f"{again} {reference}" in words(page)
    assert f'href="/en/desk/cases/{reference}"' in page
    for other in (
        start(clara, number=ROSA, service="building_permit"),
        start(clara, number="", name="Rosa Cabello Nieto"),
    ):
        assert again not in words(clara.get(other).text)
    street = comes_as("tomas")
    assert again not in words(street.get(start(street, number=ROSA)).text), "not of his department"
    assert clara.submit(f"/en/desk/cases/{reference}/steps/grant", {"reasons": "entry_found"}).status_code == 303
    town.clock.move(timedelta(minutes=11))
    settle()
    assert again not in words(clara.get(start(clara, number=ROSA)).text)

"""Whoever asked for easy words reads them wherever a service has them: its questions, its states, its messages. Staff
reads the ordinary ones."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from app.kit.towns import Town
from tests.applying import CERTIFICATE, begin, certificate, fill, fill_until, send
from tests.desk.cases import words
from tests.desk.intake import ANSWERS, ROSA, SAID, start, take_in
from tests.desk.people import people_of, with_purpose
from tests.mypage.test_needs import told
from tests.towns import Client

SERVICES = Path("towns/puerto-claro/services")
EASY_QUESTION, QUESTION = "Who needs the paper?", "Who is the certificate for?"
EASY_STATE, STATE = "We look for the birth in our books.", "The civil registry looks for the entry."


@pytest.fixture
def ines(comes_as: Callable[..., Client]) -> Client:
    client = comes_as("ines")
    told(client, "easy_words")
    return client


def test_she_is_asked_and_told_in_easy_words_and_the_clerk_reads_the_ordinary_ones(
    comes_as: Callable[..., Client], ines: Client
) -> None:
    clara = comes_as("clara")
    place = begin(ines, "birth-certificate")
    first = words(ines.get(place).text)
    assert EASY_QUESTION in first
    assert "Is it for your son or daughter? Choose “For my child”." in first
    assert QUESTION not in first
    reference = send(ines, fill(ines, place, CERTIFICATE))
    case, mine = words(ines.get(f"/en/cases/{reference}").text), words(ines.get("/en/me").text)
    assert (EASY_STATE in case, EASY_STATE in mine, STATE in case) == (True, True, False)
    assert EASY_QUESTION in words(ines.get(f"/en/cases/{reference}/filed").text)
    desk = words(clara.get(f"/en/desk/cases/{reference}").text)
    assert QUESTION in desk
    assert EASY_QUESTION not in desk
    assert f"The person reads now: {EASY_STATE}" in desk


def test_a_receipt_keeps_the_words_that_were_shown(ines: Client) -> None:
    reference = certificate(ines)
    told(ines)
    receipt = words(ines.get(f"/en/cases/{reference}/receipt").text)
    assert (EASY_QUESTION in receipt, QUESTION in receipt) == (True, False)
    case = words(ines.get(f"/en/cases/{reference}").text)
    assert (EASY_STATE in case, STATE in case) == (False, True)
    told(ines, "easy_words")
    assert EASY_STATE in words(ines.get(f"/en/cases/{reference}").text)


def test_what_the_office_asks_again_is_asked_in_easy_words(comes_as: Callable[..., Client], ines: Client) -> None:
    clara, reference = comes_as("clara"), certificate(ines)
    ask = {"fields": "parents", "reason": "missing", "text": "Both names"}
    assert clara.submit(f"/en/desk/cases/{reference}/request", ask).status_code == 303
    easy, ordinary = "What are the names of the mother and the father?", "What are the names of the parents?"
    page, case = words(ines.get(f"/en/cases/{reference}/answers").text), words(ines.get(f"/en/cases/{reference}").text)
    assert all(easy in said and ordinary not in said for said in (page, case))
    assert ordinary in words(clara.get(f"/en/desk/cases/{reference}/answers").text)
    sent = ines.submit(f"/en/cases/{reference}/answers", {"parents": "Ann and Bob"})
    assert sent.status_code == 303
    assert "Ann and Bob" in words(clara.get(f"/en/desk/cases/{reference}").text)


def test_a_clerk_who_wants_easy_words_for_herself_fills_in_the_ordinary_form_for_others(
    comes_as: Callable[..., Client],
) -> None:
    clara = comes_as("clara")
    told(clara, "easy_words")
    assert EASY_QUESTION in clara.get(begin(clara, "birth-certificate")).text
    form = words(clara.get(start(clara, name="Rosa Gil")).text)
    assert (QUESTION in form, EASY_QUESTION in form) == (True, False)


def test_whoever_has_no_account_reads_easy_words_by_the_printed_code(
    comes_as: Callable[..., Client], town: Town
) -> None:
    """Rosa's clerk wrote her need down, read the form out, and printed the receipt."""
    clara, person = with_purpose(comes_as("clara")), f"/en/desk/people/{people_of(town)['rosa']}"
    assert clara.submit(f"{person}/needs", {"needs": "easy_words", "way": "spoken"}).status_code == 303
    reference = take_in(clara, start(clara, number=ROSA), **ANSWERS, **SAID)
    html = clara.get(f"/en/desk/cases/{reference}/receipt").text
    assert "¿Para quién es el certificado?" in words(html)
    assert EASY_STATE in words(html)
    guest, code = comes_as(), re.findall(r"/en/check\?code=([0-9A-Z-]+)", html)[0]
    guest.submit("/en/check/follow/code", {"reference": reference, "code": code})
    assert EASY_STATE in words(guest.get(f"/en/cases/{reference}").text)


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize(
    ("locale", "question", "state"),
    [
        ("es", "¿Quién necesita el papel?", "Buscamos el nacimiento en nuestros libros."),
        ("zh-Hant", "誰需要這張證明？", "我們正在查找出生的登記。"),
        ("ar", "من يحتاج إلى الورقة؟", "نبحث عن الميلاد في سجلاتنا."),
    ],
)
def test_easy_words_are_there_in_every_language(ines: Client, locale: str, question: str, state: str) -> None:
    place = begin(ines, "birth-certificate", locale)
    assert question in ines.get(place).text
    assert state in ines.get(f"/{locale}/cases/{send(ines, fill(ines, place, CERTIFICATE))}").text


@pytest.mark.databases("sqlite")
def test_who_did_not_ask_for_easy_words_reads_the_ordinary_ones(comes_as: Callable[..., Client]) -> None:
    for client in (comes_as("amina"), comes_as()):
        place = begin(client, "birth-certificate")
        assert QUESTION in client.get(place).text
        assert EASY_QUESTION not in client.get(place).text


@pytest.mark.databases("sqlite")
def test_what_the_easy_form_does_not_say_in_easy_words_it_says_as_ever(ines: Client) -> None:
    place = fill_until(ines, begin(ines, "birth-certificate"), {"for_whom": {"for_whom": "me"}}, "applicant")
    assert "Date of birth" in ines.get(place).text


def test_every_state_of_the_demo_town_has_easy_words() -> None:
    for file in sorted(SERVICES.glob("*/text.yaml")):
        keys = yaml.safe_load(file.read_text())
        meanings = [key for key in keys if key.startswith("state.") and key.endswith(".meaning")]
        assert meanings
        assert [key for key in meanings if f"{key}.easy" not in keys] == []


@pytest.mark.parametrize("service", ["birth-certificate", "disabled-parking-badge"])
def test_every_question_that_is_hard_has_easy_words_one_idea_a_line(service: str) -> None:
    keys = yaml.safe_load((SERVICES / service / "text.yaml").read_text())
    hints = [key for key in keys if key.startswith("field.") and key.endswith(".hint")]
    assert [key for key in hints if f"{key}.easy" not in keys] == []
    lines = [line for key, said in keys.items() if key.endswith(".easy") for line in said.splitlines()]
    assert [line for line in lines if len(line.split()) > 20] == []

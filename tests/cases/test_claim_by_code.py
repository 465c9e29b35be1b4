"""A guest's case joins an account by its reference and a code that goes to the address written in it."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from app.kit.ids import reference as fresh_reference
from app.kit.towns import Town
from tests import applying
from tests.applying import problems
from tests.desk.cases import words
from tests.identity import mails
from tests.identity.proving import row
from tests.towns import Client

Comes = Callable[..., Client]
Settle = Callable[..., int]
NEW, CODE = "/en/me/claims/new", "/en/me/claims/code"
GUEST = "guest@example.com"


def ask(client: Client, reference: str) -> str:
    asked = client.submit(NEW, {"reference": reference})
    assert asked.status_code == 303, problems(asked.text)
    return str(asked.headers["location"])


def code(client: Client) -> str:
    """The newest code that went to the guest's address."""
    for mail in mails.to(client, GUEST):
        if found := re.search(r"/me/claims/code\?code=([0-9A-Z-]+)", mail["text"]):
            return found[1]
    raise AssertionError("no code went out")


def test_the_code_takes_it_into_another_persons_account_once_and_the_address_hears(
    comes_as: Comes, settle: Settle, town: Town
) -> None:
    guest, dan, teo = comes_as(), comes_as("dan"), comes_as("teo")
    reference = applying.pickup(guest, GUEST)
    page = ask(dan, reference.lower())
    assert page == f"{CODE}?reference={reference.lower()}"
    ask(teo, reference)
    settle()
    his = code(dan)
    assert teo.get(f"{CODE}?code={his}").status_code == 200, "a scanner that opens the link takes nothing"
    assert row(town, reference).account_id is None
    assert "does not work" in problems(dan.submit(CODE, {"code": his}).text), "the newest code is Teo's alone"
    ask(dan, reference)
    settle()
    taken = dan.submit(CODE, {"code": code(dan).lower()})
    assert taken.headers["location"] == f"/en/cases/{reference}?said=claimed"
    assert "You took it into your account" in words(dan.get(f"/en/cases/{reference}").text)
    assert dan.submit(CODE, {"code": code(dan)}).status_code == 422, "it is used"
    assert guest.get(f"/en/cases/{reference}").status_code == 303, "it is followed in the account now"
    other = teo.submit(CODE, {"code": his})
    assert (other.status_code, "in another account already" in other.text) == (409, True)
    settle()
    told = mails.to(dan, GUEST)[0]
    assert told["subject"] == f"{reference}: the case is in an account now"
    assert "is in your account" in mails.to(dan, "dan@puertoclaro.example")[0]["subject"]


def test_of_cases_of_others_and_of_none_nobody_learns_anything(comes_as: Comes, settle: Settle, town: Town) -> None:
    dan, teo = comes_as("dan"), comes_as("teo")
    hers = applying.pickup(teo, GUEST)
    settle()
    before = len(mails.to(dan, GUEST))
    pages = [dan.get(ask(dan, each)).text.replace(each, "…") for each in (hers, fresh_reference("VC"), "nonsense")]
    assert pages[0] == pages[1] == pages[2]
    settle()
    assert len(mails.to(dan, GUEST)) == before, "no code goes out for a case that somebody has"
    assert row(town, hers).account_id is not None
    guest = comes_as()
    late = applying.pickup(guest, GUEST)
    ask(dan, late)
    settle()
    town.clock.move(timedelta(minutes=61))
    assert "does not work" in problems(dan.submit(CODE, {"code": code(dan)}).text), "it ran out"


@pytest.mark.databases("sqlite")
def test_what_is_wrong_is_said_and_few_codes_are_tried(comes_as: Comes) -> None:
    dan = comes_as("dan")
    assert "Enter the case reference" in problems(dan.submit(NEW, {"reference": " "}).text)
    assert "too long" in problems(dan.submit(NEW, {"reference": "x" * 41}).text)
    assert "Enter the code we sent" in problems(dan.submit(CODE, {"code": ""}).text)
    answers = [dan.submit(CODE, {"code": f"00000{n:05}"}).status_code for n in range(5)]
    assert answers == [422] * 4 + [429]
    assert comes_as().get(NEW).status_code == 303
    assert NEW in dan.get("/en/me/cases").text

"""What somebody told that she needs: it stands where a clerk fills in, asks and decides, and subjects keep to it."""

from collections.abc import Callable

import pytest

from app.kit.towns import Town
from tests.applying import certificate
from tests.desk.cases import words
from tests.desk.intake import ROSA, start
from tests.desk.people import people_of, with_purpose
from tests.mypage.test_needs import mail_of, told
from tests.towns import Client

Comes = Callable[..., Client]
SEAT, TIME = "A seat. Waiting needs a place to sit.", "More time."


def test_a_clerk_reads_it_beside_each_form_in_which_she_asks_or_writes(comes_as: Comes) -> None:
    amina, clara = comes_as("amina"), comes_as("clara")
    told(amina, "seat", "no_time_limit", "interpreter_ar")
    reference = certificate(amina)
    case = f"/en/desk/cases/{reference}"
    for page in (f"{case}/request", f"{case}/steps/grant"):
        said = words(clara.get(page).text)
        assert all(each in said for each in (SEAT, TIME, "Reads Arabic best.")), page
    ask = {"fields": "parents", "reason": "missing", "text": "Both names"}
    assert clara.submit(f"{case}/request", ask).status_code == 303
    assert SEAT in words(clara.get(f"{case}/answers").text)
    told(amina)
    assert SEAT not in words(clara.get(f"{case}/answers").text)


def test_a_clerk_who_fills_in_for_somebody_reads_it_too(comes_as: Comes, town: Town) -> None:
    clara, person = with_purpose(comes_as("clara")), f"/en/desk/people/{people_of(town)['rosa']}"
    assert clara.submit(f"{person}/needs", {"needs": "seat", "way": "spoken"}).status_code == 303
    assert SEAT in words(clara.get(start(clara, number=ROSA)).text)
    assert SEAT not in words(clara.get(start(clara, name="Somebody")).text)


@pytest.mark.databases("sqlite")
def test_whoever_shares_a_phone_gets_subjects_that_say_nothing_and_no_offer_of_a_passkey(
    comes_as: Comes, settle: Callable[..., int]
) -> None:
    dan = comes_as("dan")
    offer = "passkey-offer"
    reference = certificate(dan)
    assert offer in dan.get(f"/en/cases/{reference}/receipt").text
    told(dan, "shared_phone")
    reference = certificate(dan)
    settle()
    assert [mail["subject"] for mail in mail_of(dan, reference)] == [f"{reference}: there is news on your case"]
    assert offer not in dan.get(f"/en/cases/{reference}/receipt").text
    assert offer not in dan.get("/en/me").text

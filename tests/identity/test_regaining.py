"""Regaining an account at the window: announced, delayed, stopped by one press, and then nothing old opens it."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.kit.towns import Town
from tests.applying import problems
from tests.cast import AMINA, DAN
from tests.identity import mails
from tests.identity.identifying import link, person
from tests.identity.proving import sign_in
from tests.towns import Client

Comes = Callable[..., Client]
NEW = "amina.new@example.com"


def page(town: Town) -> str:
    return f"/en/desk/people/{person(town, 'amina')}/links/{link(town, 'amina')}/address"


def begin(clara: Client, email: str = NEW) -> Any:
    return clara.submit(page(clara.town), {"email": email, "seen": "passport"})


def stop_link(client: Client) -> str:
    found = re.search(r"http://localhost(/[^/]+/sign-in/regaining/[0-9A-Z]+)", mails.to(client, AMINA.email)[0]["text"])
    assert found is not None
    return found[1]


def test_after_some_days_the_new_address_opens_it_and_nothing_old(
    comes_as: Comes, settle: Callable[..., int], town: Town
) -> None:
    amina, clara = comes_as("amina"), comes_as("clara")
    assert begin(clara).status_code == 303
    settle()
    assert stop_link(clara)
    assert amina.get("/en/me").status_code == 200, "nothing has changed yet"
    town.clock.move(timedelta(days=4))
    settle()
    assert amina.get("/en/me").status_code == 303, "old sessions have ended"
    guest = comes_as()
    guest.submit("/en/sign-in", {"email": NEW})
    settle()
    assert guest.submit(mails.link(guest, NEW)).status_code == 303
    assert AMINA.name in guest.get("/en/me/person").text, "the same account"
    looks = guest.get("/en/me/looks").text
    assert "Recorded a new e-mail address for your account" in looks


def test_the_old_contact_stops_it_in_one_press(comes_as: Comes, settle: Callable[..., int], town: Town) -> None:
    clara, guest = comes_as("clara"), comes_as()
    begin(clara)
    settle()
    place = stop_link(guest)
    assert guest.get(place).status_code == 200
    assert guest.submit(place).status_code == 303
    assert guest.submit(place).status_code == 410, "pressed twice"
    assert guest.get("/en/sign-in/regaining/0000000000").status_code == 410
    town.clock.move(timedelta(days=4))
    settle()
    assert sign_in(guest, "amina").get("/en/me").status_code == 200


@pytest.mark.databases("sqlite")
def test_what_is_wrong_is_said(comes_as: Comes, town: Town) -> None:
    clara = comes_as("clara")
    assert "has an account already" in problems(begin(clara, DAN.email).text)
    assert "not a whole e-mail address" in problems(begin(clara, "amina").text)
    assert "Say what you saw" in problems(clara.submit(page(town), {"email": NEW}).text)
    assert begin(clara).status_code == 303
    assert "waits already" in problems(begin(clara, "other@example.com").text)

"""Another e-mail address by the owner: proven first, told to the old one at once, stopped by one press."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from app.kit.durations import shift_moment
from app.kit.towns import Town
from tests import applying
from tests.applying import problems
from tests.cast import DAN, KOFI
from tests.days import ZONE
from tests.desk.people import with_purpose
from tests.identity import again, identifying, mails
from tests.identity.proving import sign_in
from tests.towns import Client

Comes = Callable[..., Client]
Settle = Callable[..., int]
NEW = "kofi.new@example.com"
PAGE, CODE = "/en/me/account", "/en/me/account/code"


def ask(client: Client, settle: Settle, email: str = NEW) -> str:
    """Show that it is him and ask for another address; where it leads."""
    again.show(client, settle, "address", "kofi")
    asked = client.submit(PAGE, {"email": email})
    assert asked.status_code == 303, problems(asked.text)
    return str(asked.headers["location"])


def code(client: Client, address: str = NEW) -> str:
    found = re.search(r"/me/account/code\?code=([0-9A-Z]{10})", mails.to(client, address)[0]["text"])
    assert found is not None
    return found[1]


def stop_link(client: Client, address: str = KOFI.email) -> str:
    found = re.search(r"http://localhost(/[^/]+/sign-in/readdressing/[0-9A-Z]+)", mails.to(client, address)[0]["text"])
    assert found is not None
    return found[1]


def wait(town: Town, settle: Settle) -> None:
    town.clock.move(timedelta(days=4))
    settle()


def test_it_is_proven_waits_and_then_opens_the_account(comes_as: Comes, settle: Settle, town: Town) -> None:
    kofi, elsewhere, guest = comes_as("kofi"), comes_as("kofi"), comes_as()
    reference = applying.certificate(kofi)
    assert ask(kofi, settle) == CODE
    settle()
    assert stop_link(guest), "the old address hears at once"
    typed = code(guest)
    assert kofi.get(f"{CODE}?code={typed}").status_code == 200, "a scanner that opens the link proves nothing"
    wrong = kofi.submit(CODE, {"code": "0000000000"})
    assert (wrong.status_code, "does not work" in problems(wrong.text)) == (422, True)
    assert comes_as("dan").submit("/en/me", {"code": typed}, to=CODE).status_code == 422, (
        "the code is of his account alone"
    )
    assert kofi.submit(CODE, {"code": typed.lower()}).headers["location"] == f"{PAGE}?said=email_proven"
    opens = shift_moment(town.clock.now(), "P3D", ZONE)
    settle()
    assert "It waits for its day" in kofi.get(PAGE).text
    assert sign_in(comes_as(), "kofi").get(PAGE).text.count(KOFI.email) == 1, "the old one still opens it"
    guest.submit("/en/sign-in", {"email": KOFI.email})
    town.clock.set(opens - timedelta(minutes=1))
    guest.submit("/en/sign-in", {"email": KOFI.email})
    settle()
    late = mails.link(guest, KOFI.email)
    town.clock.move(timedelta(minutes=2))
    settle()
    assert guest.submit(late).status_code == 410, "what was sent to the old address opens nothing"
    assert elsewhere.get("/en/me").status_code == 303
    assert f'<bdi dir="ltr">{NEW}</bdi>' in kofi.get(PAGE).text, "where he asked he stays signed in"
    assert "no longer opens your account" in mails.to(guest, KOFI.email)[0]["subject"]
    guest.submit("/en/sign-in", {"email": NEW})
    settle()
    assert guest.submit(mails.link(guest, NEW)).status_code == 303
    assert KOFI.name in guest.get("/en/me/person").text, "the same account"
    clara = with_purpose(comes_as("clara"))
    assert "The person has another e-mail address" in clara.get(f"/en/desk/cases/{reference}").text
    assert "Your account has another e-mail address" in guest.get(f"/en/cases/{reference}").text
    record = clara.get(f"/en/desk/people/{identifying.person(town, 'kofi')}").text
    assert NEW in record and "told by the person" in record


def test_the_old_address_stops_it_in_one_press(comes_as: Comes, settle: Settle, town: Town) -> None:
    kofi, guest = comes_as("kofi"), comes_as()
    ask(kofi, settle)
    settle()
    place, typed = stop_link(guest), code(guest)
    assert "It is not proven yet" in guest.get(place).text
    assert guest.submit(place).headers["location"].endswith("/sign-in?said=stopped")
    assert guest.submit(place).status_code == 410, "pressed twice"
    assert guest.get("/en/sign-in/readdressing/0000000000").status_code == 410
    assert kofi.submit("/en/me", {"code": typed}, to=CODE).status_code == 422
    ask(kofi, settle)
    settle()
    kofi.submit(CODE, {"code": code(guest)})
    settle()
    assert "no longer opens it" in guest.get(stop_link(guest)).text
    assert guest.submit(stop_link(guest)).status_code == 303
    wait(town, settle)
    assert sign_in(guest, "kofi").get(PAGE).text.count(NEW) == 0
    assert "keeps its e-mail address" in mails.to(guest, KOFI.email)[0]["subject"]


def test_the_owner_stops_it_himself_and_may_ask_again(comes_as: Comes, settle: Settle, town: Town) -> None:
    kofi = comes_as("kofi")
    ask(kofi, settle)
    settle()
    first = code(kofi)
    ask(kofi, settle, "other@example.com")
    settle()
    assert kofi.submit(CODE, {"code": first}).status_code == 422, "the later wish replaces the first"
    assert kofi.submit(CODE, {"code": code(kofi, "other@example.com")}).status_code == 303
    again.show(kofi, settle, "address", "kofi")
    assert "waits already" in problems(kofi.submit(PAGE, {"email": NEW}, to=PAGE).text)
    assert kofi.submit("/en/me", to=f"{PAGE}/stop").headers["location"] == f"{PAGE}?said=stopped"
    assert kofi.submit("/en/me", to=f"{PAGE}/stop").headers["location"] == PAGE
    ask(kofi, settle)
    settle()
    town.clock.move(timedelta(minutes=61))
    assert kofi.get(CODE).status_code == 303
    assert kofi.submit("/en/me", {"code": code(kofi)}, to=CODE).status_code == 422, "it ran out"
    wait(town, settle)
    assert KOFI.email in sign_in(kofi, "kofi").get(PAGE).text


@pytest.mark.databases("sqlite")
def test_somebody_elses_address_gets_no_code_and_the_answer_is_the_same(comes_as: Comes, settle: Settle) -> None:
    kofi = comes_as("kofi")
    assert ask(kofi, settle, DAN.email) == CODE
    his = kofi.get(CODE).text.replace(DAN.email, "…")
    settle()
    told = mails.to(kofi, DAN.email)[0]
    assert "has an account already" in told["subject"] and "code=" not in told["text"]
    assert ask(kofi, settle) == CODE
    assert kofi.get(CODE).text.replace(NEW, "…") == his


@pytest.mark.databases("sqlite")
def test_what_is_wrong_is_said(comes_as: Comes, settle: Settle) -> None:
    kofi = comes_as("kofi")
    again.show(kofi, settle, "address", "kofi")
    assert "your account has" in problems(kofi.submit(PAGE, {"email": KOFI.email.upper()}).text)
    assert "not a whole e-mail address" in problems(kofi.submit(PAGE, {"email": "kofi"}).text)
    assert "Enter your e-mail address" in problems(kofi.submit(PAGE, {"email": ""}).text)
    assert "Enter the code" in problems(kofi.submit("/en/me", {"code": ""}, to=CODE).text)
    assert comes_as().get(PAGE).status_code == 303
    answers = [kofi.submit("/en/me", {"code": f"00000{n:05}"}, to=CODE).status_code for n in range(10)]
    assert answers == [422] * 9 + [429]


@pytest.mark.databases("sqlite")
def test_an_address_that_got_its_own_account_or_another_way_round_changes_nothing(
    comes_as: Comes, settle: Settle, town: Town
) -> None:
    kofi, guest = comes_as("kofi"), comes_as()
    ask(kofi, settle)
    settle()
    kofi.submit(CODE, {"code": code(kofi)})
    guest.submit("/en/sign-in", {"email": NEW})
    settle()
    assert guest.submit(mails.link(guest, NEW)).status_code == 303
    wait(town, settle)
    assert KOFI.email in sign_in(comes_as(), "kofi").get(PAGE).text
    assert "account of its own" in mails.to(guest, KOFI.email)[0]["text"]
    link = f"/en/desk/people/{identifying.person(town, 'kofi')}/links/{identifying.link(town, 'kofi')}/address"
    assert comes_as("clara").submit(link, {"email": "window@example.com", "seen": "passport"}).status_code == 303
    ask(kofi, settle, "mine@example.com")
    settle()
    kofi.submit(CODE, {"code": code(kofi, "mine@example.com")})
    wait(town, settle)
    assert kofi.get("/en/me").status_code == 303, "what the window recorded came first and ended every session"
    guest.submit("/en/sign-in", {"email": "window@example.com"})
    settle()
    assert guest.submit(mails.link(guest, "window@example.com")).status_code == 303
    assert "window@example.com" in guest.get(PAGE).text

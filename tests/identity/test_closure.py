"""Closing an account: once, by its owner; its cases go on, everything that opened it ends, and others are told."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.identity.closure import forgetting
from app.identity.models import Account
from app.kit import db, keys
from app.kit.towns import Town
from tests import applying
from tests.cast import KOFI
from tests.desk.cases import words
from tests.identity import again, identifying, mails
from tests.identity.proving import row
from tests.towns import Client

Comes = Callable[..., Client]
Settle = Callable[..., int]
PAGE = "/en/me/account/closure"


def come_again(guest: Client, settle: Settle) -> Client:
    """Sign in with the same address as before."""
    guest.submit("/en/sign-in", {"email": KOFI.email})
    settle()
    assert guest.submit(mails.link(guest, KOFI.email)).status_code == 303
    return guest


def test_cases_go_on_and_everything_that_opened_it_ends(comes_as: Comes, settle: Settle, town: Town) -> None:
    kofi, elsewhere, guest, clara = comes_as("kofi"), comes_as("kofi"), comes_as(), comes_as("clara")
    reference, draft = applying.certificate(kofi), applying.begin(kofi, "large-items")
    guest.submit("/en/sign-in", {"email": KOFI.email})
    settle()
    late = mails.link(guest, KOFI.email)
    said = words(kofi.get(PAGE).text)
    again.show(kofi, settle, "closure", "kofi")
    assert "1 case goes on." in said and "1 form that is not sent is deleted." in said and "After 30 days" in said
    token = kofi.token(PAGE)
    assert kofi.post(PAGE, data={"_token": token}).headers["location"] == "/en/sign-in?said=account_closed"
    settle()
    for one in (kofi, elsewhere):
        assert one.get("/en/me").status_code == 303
    assert elsewhere.post(PAGE, data={"_token": token}).status_code in (303, 403), "works once"
    assert guest.submit(late).status_code == 410
    last = mails.to(guest, KOFI.email)[0]
    assert last["subject"] == "Your account is closed" and "reference and a code" in last["text"]
    case = row(town, reference)
    assert (case.account_id, case.person_id is None) == (None, False), "it is in the record, and nobody's account"
    assert "The person closed the account. The case goes on" in clara.get(f"/en/desk/cases/{reference}").text
    before = len(mails.to(guest, KOFI.email))
    assert clara.submit(f"/en/desk/cases/{reference}", {"text": "Hello"}, to=f"/en/desk/cases/{reference}/messages")
    town.clock.move(timedelta(minutes=11))
    settle()
    assert len(mails.to(guest, KOFI.email)) > before, "she is still told"
    new = come_again(guest, settle)
    assert reference not in new.get("/en/me").text, "a new account is an empty one"
    assert new.get(draft).status_code == 404
    assert "not know yet" in new.get("/en/me/person").text


def test_a_case_that_no_record_has_can_be_taken_into_a_new_account(comes_as: Comes, settle: Settle, town: Town) -> None:
    dan, guest = comes_as("dan"), comes_as()
    reference = applying.pickup(dan, "other@example.com")
    again.show(dan, settle, "closure", "dan")
    dan.submit(PAGE)
    settle()
    guest.submit("/en/sign-in", {"email": "dan@puertoclaro.example"})
    settle()
    guest.submit(mails.link(guest, "dan@puertoclaro.example"))
    assert "1 case was sent without an account" in guest.get("/en/me").text
    guest.submit("/en/me", to="/en/me/claims")
    assert reference in guest.get("/en/me/cases").text
    town.clock.move(timedelta(days=31))
    with db.write(town) as unit:
        assert forgetting.sweep(unit) == 1
        assert forgetting.sweep(unit) == 0
        table = db.table(Account)
        gone = db.row(unit, select(table.c.id, table.c.email).where(table.c.forgotten_at.is_not(None)))
        assert gone is not None
        assert keys.open(unit, gone.id, keys.place(Account, "email", gone.id), gone.email) == ""


@pytest.mark.databases("sqlite")
def test_mandates_end_and_the_other_side_hears(comes_as: Comes, settle: Settle) -> None:
    amina, kofi = comes_as("amina"), comes_as("kofi")
    identifying.give(amina, KOFI.email)
    identifying.accept(kofi)
    settle()
    page = words(kofi.get(PAGE).text)
    assert "Kofi Mensah acts for Amina Belkacem Ruiz" in page
    again.show(kofi, settle, "closure", "kofi")
    kofi.submit(PAGE)
    settle()
    assert "Kofi Mensah" in mails.to(amina, "amina@puertoclaro.example")[0]["text"]
    ends = re.findall(r'/end">.*?</a>', amina.get("/en/me/mandates").text)
    assert ends and not [each for each in ends if "Kofi" in each]


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("key", ["clara", "vera"])
def test_whoever_works_here_leaves_first(comes_as: Comes, key: str) -> None:
    one = comes_as(key)
    assert "An administrator ends your access first" in one.get(PAGE).text
    refused = one.submit("/en/me", to=PAGE)
    assert (refused.status_code, "You work at the town hall" in refused.text) == (409, True)
    assert one.get("/en/me").status_code == 200

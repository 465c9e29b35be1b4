"""A connection ends: by its owner, or by a clerk who says why; told, and written down."""

from collections.abc import Callable

import pytest

from app.kit.towns import Town
from tests import applying
from tests.cast import AMINA
from tests.identity import mails
from tests.identity.identifying import code, enter, link, person
from tests.towns import Client

Comes = Callable[..., Client]


def test_the_owner_ends_it_and_keeps_what_she_sent(comes_as: Comes, settle: Callable[..., int]) -> None:
    amina = comes_as("amina")
    reference = applying.certificate(amina)
    amina.get("/en/me/person/end")
    assert amina.submit("/en/me/person/end").headers["location"] == "/en/me/person?said=unlinked"
    assert "Do you have a code?" in amina.get("/en/me/person").text
    assert amina.get(f"/en/cases/{reference}").status_code == 200
    assert "does not know yet which person you are" in amina.get("/en/me").text
    settle()
    assert "لم يعد" in mails.to(amina, AMINA.email)[0]["subject"]
    assert amina.post("/en/me/person/end", data={"_token": amina.token("/en/me")}).status_code == 303, "pressed twice"
    assert enter(amina, code(comes_as("clara"), "amina"))[0] == 303, "and it can be connected again"


def test_a_clerk_ends_it_with_a_reason_and_a_second_one_finds_nothing(
    comes_as: Comes, settle: Callable[..., int], town: Town
) -> None:
    amina, clara, samir = comes_as("amina"), comes_as("clara"), comes_as("samir")
    page = f"/en/desk/people/{person(town, 'amina')}/links/{link(town, 'amina')}/end"
    assert AMINA.email in clara.get(page).text
    assert clara.submit(page, {"reason": ""}).status_code == 422
    token = samir.token(page)
    assert clara.submit(page, {"reason": "stolen"}).status_code == 303
    assert samir.post(page, data={"_token": token, "reason": "asked"}).status_code == 404
    assert "Do you have a code?" in amina.get("/en/me/person").text
    settle()
    told = mails.to(clara, AMINA.email)
    assert len(told) == 1
    assert "ربما استعمل الحساب شخص آخر" in told[0]["text"]
    assert enter(amina, code(clara, "amina"))[0] == 303
    looks = amina.get("/en/me/looks").text
    assert "Ended the connection of an account with you" in looks
    assert "Somebody else uses the account" in looks


@pytest.mark.databases("sqlite")
def test_the_link_of_somebody_else_is_not_there(comes_as: Comes, town: Town) -> None:
    clara = comes_as("clara")
    page = f"/en/desk/people/{person(town, 'boris')}/links/{link(town, 'amina')}/end"
    assert clara.get(page).status_code == 404
    assert clara.post(page, data={"_token": clara.token("/en/me"), "reason": "asked"}).status_code == 404

"""A guest's case is claimed by the account that proves the address the guest gave."""

from collections.abc import Callable

import pytest

from app.kit.towns import Town
from tests import applying
from tests.desk.cases import words
from tests.identity import mails
from tests.identity.proving import row
from tests.towns import Client

Comes = Callable[..., Client]
TEO = "teo@puertoclaro.example"


def test_the_owner_of_the_address_takes_it_into_her_account(
    comes_as: Comes, settle: Callable[..., int], town: Town
) -> None:
    guest, teo, dan = comes_as(), comes_as("teo"), comes_as("dan")
    reference = applying.pickup(guest, " Teo@puertoclaro.example")
    page = teo.get("/en/me").text
    assert "1 case was sent without an account, with your e-mail address." in page
    assert reference not in words(page), "what it is, she sees when she says that it is hers"
    assert "without an account" not in dan.get("/en/me").text
    assert dan.submit("/en/me", to="/en/me/claims").status_code == 303
    assert row(town, reference).account_id is None
    token = teo.token("/en/me")
    for _ in range(2):
        assert teo.post("/en/me/claims", data={"_token": token}).headers["location"] == "/en/me?said=claimed"
    assert "You took it into your account" in words(teo.get(f"/en/cases/{reference}").text)
    assert "without an account" not in teo.get("/en/me").text
    assert guest.get(f"/en/cases/{reference}").status_code == 303, "it is followed in the account now"
    settle()
    subjects = [each["subject"] for each in mails.to(teo, TEO)]
    assert [each for each in subjects if "is in your account" in each] == [f"{reference}: the case is in your account"]


@pytest.mark.databases("sqlite")
def test_a_case_of_an_account_is_nobodys_to_claim(comes_as: Comes, town: Town) -> None:
    dan = comes_as("dan")
    applying.pickup(dan, TEO)
    assert "without an account" not in comes_as("teo").get("/en/me").text

"""Whose case it is, where the form asks for no name; and one that ends in the moment it comes in."""

from collections.abc import Callable

import pytest

from app.kit.towns import Town
from tests import applying
from tests.desk.cases import case_of, words
from tests.desk.test_moving_home import move
from tests.identity import mails
from tests.towns import Client

Comes = Callable[..., Client]
pytestmark = pytest.mark.databases("sqlite")


def test_the_desk_reads_who_it_is_or_that_there_is_no_account(comes_as: Comes, client: Client, town: Town) -> None:
    guests, ines, teo = applying.pickup(client, "guest@puertoclaro.example"), comes_as("ines"), comes_as("teo")
    hers = applying.pickup(ines, "ines@puertoclaro.example")
    applying.pickup(teo, "teo@puertoclaro.example")
    clerk = comes_as("samir")
    queue = words(clerk.get("/en/desk/cases?tab=all").text)
    assert "Without an account" in queue
    assert "Inés Prado Gil" in queue
    assert "Teo" in queue
    assert "No name given" not in queue
    assert "Without an account" in words(clerk.get(f"/en/desk/cases/{guests}").text)
    assert "Inés Prado Gil" in words(clerk.get(f"/en/desk/cases/{hers}").text)


def test_what_ends_at_once_promises_no_day_and_says_how_it_ended(
    comes_as: Comes, town: Town, settle: Callable[..., int]
) -> None:
    nour = comes_as("nour")
    reference = move(nour)
    settle()
    assert case_of(town, reference).outcome == "granted"
    receipt = words(nour.get(f"/en/cases/{reference}/receipt").text)
    assert "Result: Your new address is in the record." in receipt
    assert "What happened" in receipt
    for promise in ("Answer by", "What happens next", "Nothing more to do"):
        assert promise not in receipt, promise
    told = [each["subject"] for each in mails.to(nour, "nour@puertoclaro.example") if reference in each["subject"]]
    assert len(told) == 1, "that it came in is said with how it ended"
    mail = next(each for each in mails.to(nour, "nour@puertoclaro.example") if reference in each["subject"])
    assert "Verification code" in mail["text"], "it proves that it came in"

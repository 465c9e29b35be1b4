"""Recovery codes: written down once, each opens the account once, with its address."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from app.identity import recovery
from app.kit.towns import Town
from tests.cast import KOFI
from tests.identity import again, mails
from tests.towns import Client

Comes = Callable[..., Client]
Settle = Callable[..., int]
CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b")


def codes(client: Client) -> list[str]:
    return CODE.findall(client.get("/en/me/recovery-codes").text)


def make(kofi: Client, settle: Settle) -> None:
    """He shows once more that it is him, and makes new ones."""
    again.show(kofi, settle, "codes", "kofi")
    assert kofi.submit("/en/me/recovery-codes").status_code == 303


@pytest.fixture
def sheet(comes_as: Comes, settle: Settle) -> list[str]:
    """Kofi's."""
    kofi = comes_as("kofi")
    make(kofi, settle)
    found = codes(kofi)
    assert len(set(found)) == 8
    return found


def enter(client: Client, code: str, email: str = KOFI.email) -> int:
    return int(client.submit("/en/sign-in/recovery", {"email": email, "code": code}).status_code)


def test_each_opens_the_account_once(sheet: list[str], client: Client, comes_as: Comes) -> None:
    assert enter(client, sheet[0].lower().replace("0", "o")) == 303
    assert client.get("/en/me").status_code == 200
    assert enter(comes_as(), sheet[0]) == 422
    assert enter(comes_as(), sheet[1]) == 303


def test_a_code_needs_its_own_address(sheet: list[str], client: Client) -> None:
    assert enter(client, sheet[0], "dan@puertoclaro.example") == 422
    assert enter(client, sheet[0], "nobody@example.com") == 422
    assert enter(client, sheet[0]) == 303


def test_new_ones_end_the_old_ones(sheet: list[str], client: Client, comes_as: Comes, settle: Settle) -> None:
    make(comes_as("kofi"), settle)
    assert enter(client, sheet[0]) == 422


def test_they_are_shown_for_some_minutes_and_until_the_first_is_used(
    sheet: list[str], client: Client, comes_as: Comes, town: Town, settle: Settle
) -> None:
    kofi = comes_as("kofi")
    assert codes(kofi) == sheet
    assert enter(client, sheet[0]) == 303
    assert codes(kofi) == []
    assert "7 of them still work." in kofi.get("/en/me/recovery-codes").text
    make(kofi, settle)
    assert len(codes(kofi)) == 8
    town.clock.move(recovery.SHOWN + timedelta(seconds=1))
    assert codes(kofi) == []


def test_after_some_tries_it_is_somebody_who_guesses(sheet: list[str], client: Client) -> None:
    answers = [enter(client, f"00000-0000{number}") for number in range(6)]
    assert answers == [422] * 5 + [429]


def test_the_owner_hears_of_it(sheet: list[str], client: Client, settle: Settle) -> None:
    settle()
    assert "New recovery codes" in mails.to(client, KOFI.email)[0]["text"]
    enter(client, sheet[0])
    settle()
    assert "A recovery code opened your account" in mails.to(client, KOFI.email)[0]["text"]

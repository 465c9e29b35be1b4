"""Before an account is closed, whoever is signed in shows once more that it is her: a stolen session does not."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.kit.towns import Town
from tests.applying import problems
from tests.cast import KOFI
from tests.identity import again, mails
from tests.identity.authenticator import Authenticator, add
from tests.towns import Client

Comes = Callable[..., Client]
Settle = Callable[..., int]
ACT, PAGE = "/en/me/account/closure", "/en/me/proof/closure"
SHOWN = f"{ACT}?said=proven_again"


def sign(client: Client, key: Authenticator) -> Any:
    asked = client.post(f"{PAGE}/challenges", data={"_token": client.token("/en/me")})
    return client.submit("/en/me", {"credential": key.sign(json.loads(asked.text))}, to=PAGE)


def close(client: Client) -> int:
    return int(client.submit("/en/me", to=ACT).status_code)


def test_the_code_that_is_mailed_shows_it_once_and_in_this_session_alone(
    comes_as: Comes, settle: Settle, town: Town
) -> None:
    kofi, elsewhere = comes_as("kofi"), comes_as("kofi")
    refused = kofi.submit("/en/me", to=ACT)
    assert (refused.status_code, "Show first that it is you" in refused.text, PAGE in refused.text) == (409, True, True)
    assert "Close my account" not in kofi.get(ACT).text
    code = again.ask(kofi, settle, "closure", KOFI.email)
    assert again.ask(kofi, settle, "closure", KOFI.email) == code, "asked again it is the same one"
    assert kofi.get(f"{PAGE}?code={code}").status_code == 200, "a scanner that opens the link shows nothing"
    for other in (elsewhere, comes_as("dan")):
        wrong = other.submit("/en/me", {"code": code}, to=PAGE)
        assert (wrong.status_code, "does not work here" in problems(wrong.text)) == (422, True)
    assert close(kofi) == 409
    assert kofi.submit(PAGE, {"code": code.lower()}).headers["location"] == SHOWN
    assert kofi.submit("/en/me", {"code": code}, to=PAGE).status_code == 422, "it works once"
    assert "That holds until" in kofi.get(ACT).text
    assert close(elsewhere) == 409, "where it was not shown"
    town.clock.move(timedelta(minutes=31))
    assert close(kofi) == 409, "somebody else may sit there now"
    again.show(kofi, settle, "closure", "kofi")
    assert close(kofi) == 303
    assert kofi.get("/en/me").status_code == 303


def test_a_code_runs_out(comes_as: Comes, settle: Settle, town: Town) -> None:
    kofi = comes_as("kofi")
    code = again.ask(kofi, settle, "closure", KOFI.email)
    told = mails.to(kofi, KOFI.email)[0]
    assert "wants to close your account" in told["text"] and "call us" in told["text"]
    assert code not in kofi.get("/en/me").text, "my page is open to whoever has the session"
    town.clock.move(timedelta(minutes=61))
    assert "does not work here" in problems(kofi.submit(PAGE, {"code": code}).text)
    settle()
    assert again.ask(kofi, settle, "closure", KOFI.email) != code


@pytest.mark.databases("sqlite")
def test_a_passkey_shows_it_and_a_new_one_does_not(comes_as: Comes, town: Town) -> None:
    kofi, dan = comes_as("kofi"), comes_as("dan")
    old, new, his = Authenticator(), Authenticator(), Authenticator()
    add(kofi, old), add(dan, his)
    assert "Use my passkey" not in kofi.get(PAGE).text
    refused = sign(kofi, old)
    assert (refused.status_code, "Take the code by e-mail" in problems(refused.text)) == (422, True)
    town.clock.move(timedelta(days=3, minutes=1))
    add(kofi, new)
    assert "Use my passkey" in kofi.get(PAGE).text
    for key in (new, his):
        assert sign(kofi, key).status_code == 422
    said = old.sign(json.loads(kofi.post("/en/sign-in/challenges").text))
    assert kofi.submit("/en/me", {"credential": said}, to=PAGE).status_code == 422, "asked for another end"
    assert sign(kofi, old).headers["location"] == SHOWN
    assert kofi.get(PAGE).headers["location"] == ACT
    assert close(kofi) == 303


@pytest.mark.databases("sqlite")
def test_a_copied_passkey_is_ended(comes_as: Comes, town: Town) -> None:
    kofi, key = comes_as("kofi"), Authenticator(counter=5)
    add(kofi, key)
    town.clock.move(timedelta(days=4))
    key.counter = 2
    refused = sign(kofi, key)
    assert (refused.status_code, "copied" in problems(refused.text)) == (422, True)
    assert "Use my passkey" not in kofi.get(PAGE).text
    assert close(kofi) == 409


@pytest.mark.databases("sqlite")
def test_what_is_wrong_is_said_and_nobody_guesses_or_fills_a_mailbox(comes_as: Comes) -> None:
    kofi = comes_as("kofi")
    assert kofi.get("/en/me/proof/nothing").status_code == 404
    assert kofi.submit("/en/me", to="/en/me/proof/nothing/codes").status_code == 404
    assert "Enter the code" in problems(kofi.submit("/en/me", {"code": ""}, to=PAGE).text)
    answers = [kofi.submit("/en/me", {"code": f"00000{n:05}"}, to=PAGE).status_code for n in range(10)]
    assert answers == [422] * 9 + [429]
    sent = [kofi.submit("/en/me", to=f"{PAGE}/codes").status_code for _ in range(11)]
    assert sent == [303] * 9 + [429] * 2
    assert comes_as().get(PAGE).status_code == 303

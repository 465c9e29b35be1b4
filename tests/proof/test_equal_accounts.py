"""What an account asks about addresses and cases of others: every answer is the same, and so is the work."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from app.kit.ids import reference as fresh_reference
from app.kit.towns import Town
from tests import applying
from tests.identity import again
from tests.proof.measuring import Answered, Measuring, alike
from tests.towns import Client


@pytest.fixture
def measuring(monkeypatch: pytest.MonkeyPatch) -> Measuring:
    return Measuring(monkeypatch)


def test_another_address_for_an_account_that_somebody_has_and_that_nobody_has(
    comes_as: Callable[..., Client], settle: Callable[..., int], measuring: Measuring
):
    kofi, path = comes_as("kofi"), "/en/me/account"
    token = kofi.token("/en/me")

    def asked(email: str) -> Answered:
        again.show(kofi, settle, "address", "kofi")
        return measuring.post(kofi, path, _token=token, email=email)

    asked("warm@example.com")
    alike(*(asked(email) for email in ("amina@puertoclaro.example", "nobody@example.com", "clara@puertoclaro.example")))


def test_a_second_proof_by_a_code_of_another_session_of_somebody_else_and_by_a_used_one(
    comes_as: Callable[..., Client], settle: Callable[..., int], town: Town, measuring: Measuring
):
    kofi, elsewhere, dan = comes_as("kofi"), comes_as("kofi"), comes_as("dan")
    path = "/en/me/proof/closure"
    over = again.ask(kofi, settle, "closure", "kofi@puertoclaro.example")
    town.clock.move(timedelta(minutes=61))
    again.show(dan, settle, "codes", "dan")
    dan.submit("/en/me/recovery-codes")
    his = re.findall(r"[0-9A-Z]{5}-[0-9A-Z]{5}", dan.get("/en/me/recovery-codes").text)[0]
    other = again.ask(elsewhere, settle, "closure", "kofi@puertoclaro.example")
    token = kofi.token(path)
    measuring.post(kofi, path, _token=token, code="warm")
    alike(
        *(measuring.post(kofi, path, _token=token, code=code) for code in (over, his, other, "ZZZZZ99999", "no code"))
    )


def test_a_claim_of_a_guests_case_of_somebodys_and_of_none(comes_as: Callable[..., Client], measuring: Measuring):
    guest, dan, teo = comes_as(), comes_as("dan"), comes_as("teo")
    free, hers = applying.pickup(guest, "guest@example.com"), applying.pickup(teo, "guest@example.com")
    path, codes = "/en/me/claims/new", "/en/me/claims/code"
    token = dan.token(path)
    measuring.post(dan, path, _token=token, reference=fresh_reference("VC"))
    alike(
        measuring.post(dan, path, _token=token, reference=free),
        measuring.post(dan, path, _token=token, reference=hers),
        measuring.post(dan, path, _token=token, reference=fresh_reference("VC")),
    )
    measuring.post(dan, codes, _token=token, code="warm")
    alike(
        measuring.post(dan, codes, _token=token, code="ZZZZZ99999"),
        measuring.post(dan, codes, _token=token, code="no code"),
    )

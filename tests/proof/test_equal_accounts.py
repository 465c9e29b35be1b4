"""What an account asks about addresses and cases of others: every answer is the same, and so is the work."""

from collections.abc import Callable

import pytest

from app.kit.ids import reference as fresh_reference
from tests import applying
from tests.proof.test_equal_work import Measuring, alike
from tests.towns import Client


@pytest.fixture
def measuring(monkeypatch: pytest.MonkeyPatch) -> Measuring:
    return Measuring(monkeypatch)


def test_another_address_for_an_account_that_somebody_has_and_that_nobody_has(
    comes_as: Callable[..., Client], measuring: Measuring
):
    kofi, path = comes_as("kofi"), "/en/me/account"
    token = kofi.token(path)
    measuring.post(kofi, path, _token=token, email="warm@example.com")
    alike(
        measuring.post(kofi, path, _token=token, email="amina@puertoclaro.example"),
        measuring.post(kofi, path, _token=token, email="nobody@example.com"),
        measuring.post(kofi, path, _token=token, email="clara@puertoclaro.example"),
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

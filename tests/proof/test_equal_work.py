"""Is this known? Both branches do the same work, so that time tells nothing: the same queries, the same hashes, and
where the answer is not the secret itself the same status and the same words."""

import re
from collections.abc import Callable
from datetime import timedelta

from app.kit.ids import reference as fresh_reference
from app.kit.towns import Town
from tests import applying
from tests.identity import again, identifying
from tests.proof.measuring import Measuring, alike, measuring
from tests.towns import Client

__all__ = ["measuring"]


def test_an_address_that_has_an_account_and_one_that_has_none(comes_as: Callable[..., Client], measuring: Measuring):
    guest = comes_as()
    measuring.post(guest, "/en/sign-in", email="warm@example.com")
    alike(
        measuring.post(guest, "/en/sign-in", email="amina@puertoclaro.example"),
        measuring.post(guest, "/en/sign-in", email="nobody@example.com"),
        measuring.post(guest, "/en/sign-in", email="clara@puertoclaro.example"),
    )


def test_the_first_try_and_those_that_follow(comes_as: Callable[..., Client], measuring: Measuring):
    guest = comes_as()
    measuring.post(guest, "/en/sign-in", email="warm@example.com")
    alike(*(measuring.post(guest, "/en/sign-in", email="nobody@example.com") for _ in range(3)))


def test_a_sign_in_code_that_never_was_one_used_and_one_that_ran_out(
    comes_as: Callable[..., Client], settle: Callable[..., int], town: Town, measuring: Measuring
):
    guest = comes_as()
    used, over = (code(guest, settle, f"{name}@example.com") for name in ("used", "over"))
    assert comes_as().post("/en/sign-in/code", data={"code": used}).status_code == 303
    town.clock.move(timedelta(minutes=61))
    measuring.post(guest, "/en/sign-in/code", code="0" * 10)
    alike(
        measuring.post(guest, "/en/sign-in/code", code="ZZZZZ99999"),
        measuring.post(guest, "/en/sign-in/code", code=used),
        measuring.post(guest, "/en/sign-in/code", code=over),
        measuring.post(guest, "/en/sign-in/code", code="no code"),
    )


def test_a_recovery_code_of_nobody_of_somebody_else_and_a_used_one(
    comes_as: Callable[..., Client], settle: Callable[..., int], measuring: Measuring
):
    kofi, dan, guest = comes_as("kofi"), comes_as("dan"), comes_as()
    for one, key in ((kofi, "kofi"), (dan, "dan")):
        again.show(one, settle, "codes", key)
        one.submit("/en/me/recovery-codes")
    his, used = (
        re.findall(r"[0-9A-Z]{5}-[0-9A-Z]{5}", one.get("/en/me/recovery-codes").text)[0] for one in (dan, kofi)
    )
    address = {"email": "kofi@puertoclaro.example"}
    assert comes_as().post("/en/sign-in/recovery", data={**address, "code": used}).status_code == 303
    measuring.post(guest, "/en/sign-in/recovery", email="warm@example.com", code="0" * 10)
    alike(
        measuring.post(guest, "/en/sign-in/recovery", email="nobody@example.com", code="ZZZZZ99999"),
        measuring.post(guest, "/en/sign-in/recovery", **address, code="ZZZZZ99999"),
        measuring.post(guest, "/en/sign-in/recovery", **address, code=his),
        measuring.post(guest, "/en/sign-in/recovery", **address, code=used),
    )


def test_a_mandate_code_of_nobody_and_one_that_was_given_to_somebody_else(
    comes_as: Callable[..., Client], measuring: Measuring
):
    boris, dan = comes_as("boris"), comes_as("dan")
    identifying.give(boris, "teo@puertoclaro.example")
    his = re.findall(r'class="code">([0-9A-Z]{4}-[0-9A-Z]{4})<', boris.get("/en/me/mandates").text)[0]
    path, token = "/en/me/mandates/code", dan.token("/en/me/mandates/code")
    measuring.post(dan, path, _token=token, code="0000-0000")
    alike(
        measuring.post(dan, path, _token=token, code="ZZZZ-9999"),
        measuring.post(dan, path, _token=token, code=his),
        measuring.post(dan, path, _token=token, code="no code"),
    )


def code(guest: Client, settle: Callable[..., int], address: str) -> str:
    """The code that was mailed to an address."""
    guest.post("/en/sign-in", data={"email": address})
    settle()
    mails = guest.get("/demo/mailbox.json").json()
    text = next(mail["text"] for mail in mails if mail["to"] == address)
    found = re.search(r"/sign-in/links/([0-9A-Z]{10})", text)
    assert found is not None
    return found[1]


def test_a_receipt_code_that_is_unknown_and_one_that_cannot_be_one(
    comes_as: Callable[..., Client], measuring: Measuring
):
    guest = comes_as()
    measuring.post(guest, "/en/check", code="warm")
    alike(
        measuring.post(guest, "/en/check", code="AAAA-BBBB-CCCC-DDDD"),
        measuring.post(guest, "/en/check", code="?!"),
        measuring.post(guest, "/en/check", code="A" * 60),
    )


def test_a_draft_code_that_is_unknown_and_one_whose_time_is_over(
    comes_as: Callable[..., Client], town: Town, measuring: Measuring
):
    guest = comes_as()
    saved = guest.get(applying.begin(guest, "large-items").rpartition("/")[0] + "/saved").text
    over = re.search(r'<b class="code" dir="ltr">([^<]+)</b>', saved)
    assert over is not None
    town.clock.move(timedelta(days=31))
    other = comes_as()
    measuring.post(other, "/en/drafts", code="warm")
    alike(
        measuring.post(other, "/en/drafts", code="AAAA-BBBB-CC"),
        measuring.post(other, "/en/drafts", code=over[1]),
        measuring.post(other, "/en/drafts", code="?!"),
    )


def test_a_reference_and_an_address_that_fit_and_that_do_not(
    comes_as: Callable[..., Client], settle: Callable[..., int], measuring: Measuring
):
    guest, dan, other = comes_as(), comes_as("dan"), comes_as()
    mine = applying.pickup(guest, "guest@example.com")
    his = applying.certificate(dan)
    settle()
    unknown = fresh_reference("VC")
    measuring.post(other, "/en/check/follow", reference=fresh_reference("VC"), address="warm@example.com")
    alike(
        measuring.post(other, "/en/check/follow", reference=mine, address="guest@example.com"),
        measuring.post(other, "/en/check/follow", reference=his, address="dan@puertoclaro.example"),
        measuring.post(other, "/en/check/follow", reference=unknown, address="guest@example.com"),
    )
    town_mails = [mail["to"] for mail in other.get("/demo/mailbox.json").json()]
    settle()
    mailed = other.get("/demo/mailbox.json").json()
    new = mailed[: len(mailed) - len(town_mails)]
    assert [mail["to"] for mail in new] == ["guest@example.com"]


def test_a_follow_code_for_a_known_and_for_an_unknown_reference(
    comes_as: Callable[..., Client], settle: Callable[..., int], measuring: Measuring
):
    guest, dan, other = comes_as(), comes_as("dan"), comes_as()
    mine = applying.pickup(guest, "guest@example.com")
    his = applying.certificate(dan)
    receipt = re.search(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}", dan.get(f"/en/cases/{his}/receipt").text)
    assert receipt is not None
    measuring.post(other, "/en/check/follow/code", reference=mine, code="warm")
    alike(
        measuring.post(other, "/en/check/follow/code", reference=mine, code="AAAA-BBBB"),
        measuring.post(other, "/en/check/follow/code", reference=fresh_reference("VC"), code="AAAA-BBBB"),
        measuring.post(other, "/en/check/follow/code", reference=mine, code=receipt[0]),
        measuring.post(other, "/en/check/follow/code", reference="no-reference", code=receipt[0]),
    )
    proven = other.post("/en/check/follow/code", data={"reference": his, "code": receipt[0]})
    assert proven.headers["location"] == f"/en/cases/{his}"
    assert other.get(f"/en/cases/{his}").status_code == 200
    assert other.get("/en/me").status_code == 303

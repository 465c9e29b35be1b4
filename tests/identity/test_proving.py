"""A case that was sent below its level waits for the proof of who sent it, and closes when nobody proves it."""

from collections.abc import Callable
from datetime import timedelta

from app.identity.models import SessionRow
from app.kit import db
from app.kit.towns import Town
from tests import applying
from tests.identity.proving import holding, receipt_code, row, sign_in, steps
from tests.towns import Client

BY_LETTER = {
    "delivery": {"delivery": "letter"},
    "copies": {"copies": "1"},
    "address": {"address.street": "Calle del Faro", "address.number": "3", "address.postcode": "29990",
                "address.town": "Puerto Claro"},
}  # fmt: skip
DAYS = timedelta(days=1)


def test_a_case_that_was_sent_below_its_level_waits_and_starts_its_clock_with_the_proof(
    comes_as: Callable[..., Client], settle: Callable[..., int], town: Town
) -> None:
    guest, clara = comes_as(), comes_as("clara")
    reference = applying.certificate(guest)
    settle()
    assert (row(town, reference).state, row(town, reference).due) == ("to_prove", None)
    receipt = guest.get(f"/en/cases/{reference}/receipt")
    assert receipt.status_code == 200
    assert "sign in until" in receipt.text
    for page in (receipt.text, guest.get(f"/en/cases/{reference}").text):
        assert "No e-mail address? Come to the window with a document and the reference" in page
    assert clara.get(f"/en/desk/cases/{reference}/steps/grant").status_code in (404, 409)
    assert clara.submit(f"/en/desk/cases/{reference}", to=f"/en/desk/cases/{reference}/steps/grant").status_code in (
        404,
        409,
    )
    received = row(town, reference).received_at
    town.clock.move(3 * DAYS)
    again = holding(comes_as(), receipt_code(receipt.text))
    sign_in(again, "dan")
    soon = again.get(f"/en/cases/{reference}")
    assert "You have signed in." in soon.text, "before the worker had a turn"
    assert "/en/sign-in?onward=" not in soon.text
    settle()
    assert "You have signed in." not in again.get(f"/en/cases/{reference}").text
    [told] = [mail["text"] for mail in again.get("/demo/mailbox.json").json() if mail["case"] == reference]
    assert "Verification code: " + receipt_code(receipt.text)[1] in told
    assert "Fingerprint of your answers: " in told
    proven = row(town, reference)
    assert proven.state == "checking"
    assert proven.account_id is not None
    assert proven.received_at == received
    assert proven.started_at is not None
    assert proven.started_at - received >= 3 * DAYS
    assert proven.due is not None
    assert comes_as("clara").get(f"/en/desk/cases/{reference}/steps/grant").status_code == 200
    assert steps(town, reference)[:2] == ["submitted", "proven"]


def test_who_is_signed_in_proves_a_case_by_its_receipt(
    comes_as: Callable[..., Client], settle: Callable[..., int], town: Town
) -> None:
    guest, dan = comes_as(), comes_as("dan")
    reference = applying.certificate(guest)
    holding(dan, receipt_code(guest.get(f"/en/cases/{reference}/receipt").text))
    assert row(town, reference).state == "checking"
    assert reference in dan.get("/en/me").text


def test_who_holds_the_receipt_of_a_case_that_has_an_account_follows_it_and_takes_nothing(
    comes_as: Callable[..., Client], settle: Callable[..., int], town: Town
) -> None:
    leo, other = comes_as("leo"), comes_as()
    reference = applying.certificate(leo)
    before = row(town, reference)
    holding(other, receipt_code(leo.get(f"/en/cases/{reference}/receipt").text))
    sign_in(other, "nour")
    settle()
    assert other.get(f"/en/cases/{reference}").status_code == 200
    assert row(town, reference) == before
    town.clock.move(timedelta(hours=13))
    assert other.get(f"/en/cases/{reference}").status_code == 404


def test_a_case_that_nobody_proves_closes_after_thirty_days_and_the_person_is_told(
    comes_as: Callable[..., Client], settle: Callable[..., int], town: Town
) -> None:
    guest = comes_as()
    reference = applying.certificate(guest, "es", **BY_LETTER)
    code = receipt_code(guest.get(f"/es/cases/{reference}/receipt").text)[1]
    settle()
    town.clock.move(29 * DAYS)
    settle()
    assert row(town, reference).closed_at is None
    town.clock.move(4 * DAYS)
    settle()
    closed = row(town, reference)
    assert (closed.outcome, closed.closed_at is not None) == ("abandoned", True)
    letter = next(mail for mail in guest.get("/demo/mailbox.json").json() if mail["case"] == reference)
    assert letter["channel"] == "letter"
    assert letter["locale"] == "es"
    later = comes_as()
    assert later.post("/es/check/follow/code", data={"reference": reference, "code": code}).status_code == 303
    assert later.get(f"/es/cases/{reference}").status_code == 200


def test_a_case_that_was_proven_does_not_close(
    comes_as: Callable[..., Client], settle: Callable[..., int], town: Town
) -> None:
    guest = comes_as()
    reference = applying.certificate(guest)
    sign_in(guest, "dan")
    settle()
    town.clock.move(33 * DAYS)
    settle()
    assert "unproven" not in steps(town, reference)


def test_proving_after_the_end_starts_nothing(
    comes_as: Callable[..., Client], settle: Callable[..., int], town: Town
) -> None:
    guest = comes_as()
    reference = applying.certificate(guest)
    with db.write(town) as unit:
        db.change(unit, db.table(SessionRow).update().values(until=town.clock.now() + 60 * DAYS))
    town.clock.move(33 * DAYS)
    settle()
    sign_in(guest, "dan")
    settle()
    closed = row(town, reference)
    assert (closed.state, closed.outcome) == ("to_prove", "abandoned")
    assert guest.get(f"/en/cases/{reference}").status_code == 200

"""An account proves an address, not a person: what that means from the first day, and what a guest leaves behind."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.cases.models import CaseFile, CaseStep, Draft
from app.identity.models import SessionRow
from app.kit import db
from app.kit.towns import Town
from app.wiring import links
from tests import applying
from tests.identity import mails
from tests.towns import Client

BY_LETTER = {
    "delivery": {"delivery": "letter"},
    "copies": {"copies": "1"},
    "address": {"address.street": "Calle del Faro", "address.number": "3", "address.postcode": "29990",
                "address.town": "Puerto Claro"},
}  # fmt: skip
DAYS = timedelta(days=1)


def row(town: Town, reference: str) -> db.AnyRow:
    table = db.table(CaseFile)
    with db.read(town) as unit:
        found = db.row(unit, select(*table.c).where(table.c.reference == reference))
    assert found is not None
    return found


def sign_in(client: Client, key: str) -> Client:
    """Come in by a link in the browser one has."""
    email = f"{key}@puertoclaro.example"
    path = links.mint(client.town, [email])[email].removeprefix(client.town.base_url)
    assert client.submit(path).status_code == 303
    return client


def test_level_one_sees_what_its_account_sent_and_nothing_of_the_record(comes_as: Callable[..., Client]) -> None:
    leo, amina = comes_as("leo"), comes_as("amina")
    hers = applying.certificate(amina)
    page = leo.get("/en/me").text
    assert hers not in page
    assert "does not know yet which person you are" in page
    assert "does not know yet which person you are" not in amina.get("/en/me").text


def test_typing_the_identifier_of_somebody_teaches_nothing(comes_as: Callable[..., Client]) -> None:
    """Dan writes who Amina is: the pages and the receipt are those of anybody."""
    dan = comes_as("dan")
    as_amina = applying.ME | {"applicant.name": "Amina Belkacem Ruiz", "applicant.identifier.value": "X1234567A"}
    known = applying.certificate(dan, applicant=as_amina)
    stranger = applying.certificate(dan, applicant=applying.ME | {"applicant.name": "Zoe Nobody Ruiz"})
    pages = [words(dan.get(f"/en/cases/{reference}").text, reference) for reference in (known, stranger)]
    assert pages[0].replace("Amina Belkacem Ruiz", "…").replace("X1234567A", "…") == pages[1].replace(
        "Zoe Nobody Ruiz", "…"
    ).replace("C01X00T47", "…")
    assert row(dan.town, known).person_id is None


def words(html: str, reference: str) -> str:
    main = html.partition("<main")[2].partition("<footer")[0].replace(reference, "…")
    return re.sub(r"[0-9a-f-]{36}|[0-9a-f]{32,64}|[0-9A-Z]{4}(-[0-9A-Z]{4}){3}|[0-9]{2}:[0-9]{2}", "", main)


def test_a_guest_goes_on_with_the_draft_after_signing_in(
    comes_as: Callable[..., Client], settle: Callable[..., int], town: Town
) -> None:
    guest = comes_as()
    place = applying.fill_until(guest, applying.begin(guest, "birth-certificate"), applying.CERTIFICATE, "parents")
    sign_in(guest, "dan")
    assert guest.get(place).status_code == 200, "before the worker had a turn"
    review = applying.fill(guest, place, applying.CERTIFICATE)
    settle()
    assert guest.get(review).status_code == 200
    with db.read(town) as unit:
        drafts = db.rows(unit, select(db.table(Draft).c.account_id, db.table(Draft).c.session_id))
    assert [(row.account_id is not None, row.session_id) for row in drafts] == [(True, None)]
    assert "birth certificate" in guest.get("/en/me").text.lower()


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


def holding(client: Client, receipt: tuple[str, str]) -> Client:
    """Follow a case by the code of its receipt, on another device, when the guest's session is long over."""
    found = client.submit("/en/check", {"reference": receipt[0], "code": receipt[1]}, to="/en/check/follow/code")
    assert found.status_code == 303
    return client


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


def receipt_code(html: str) -> tuple[str, str]:
    reference = re.search(r"VC-[0-9A-Z]{4}-[0-9A-Z]{4}", html)
    code = re.search(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b", html)
    assert reference is not None
    assert code is not None
    return reference[0], code[0]


def steps(town: Town, reference: str) -> list[str]:
    table = db.table(CaseStep)
    case_id = row(town, reference).id
    taken = select(table.c.kind).where(table.c.case_id == case_id).order_by(table.c.id)
    with db.read(town) as unit:
        return [each.kind for each in db.rows(unit, taken)]


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


def test_a_guest_of_one_browser_gets_nothing_of_a_guest_of_another(
    comes_as: Callable[..., Client], settle: Callable[..., int]
) -> None:
    one, other = comes_as(), comes_as()
    reference = applying.certificate(one)
    other.post("/en/services/large-items/drafts")
    sign_in(other, "nour")
    settle()
    assert other.get(f"/en/cases/{reference}").status_code == 404
    assert reference not in other.get("/en/me").text
    assert one.get(f"/en/cases/{reference}").status_code == 200


def test_what_an_account_did_stays_its_own_when_another_signs_in_on_the_same_browser(
    comes_as: Callable[..., Client], settle: Callable[..., int]
) -> None:
    """A shared phone at home: one signs in after the other, without signing out."""
    phone = comes_as("leo")
    reference = applying.certificate(phone)
    applying.begin(phone, "large-items")
    sign_in(phone, "amina")
    settle()
    assert phone.get(f"/en/cases/{reference}").status_code == 404
    assert reference not in phone.get("/en/me").text
    assert comes_as("leo").get(f"/en/cases/{reference}").status_code == 200


@pytest.mark.databases("sqlite")
def test_a_guest_case_of_level_zero_needs_no_proof(
    comes_as: Callable[..., Client], settle: Callable[..., int], town: Town
) -> None:
    guest = comes_as()
    reference = applying.pickup(guest, "guest@example.com")
    settle()
    assert row(town, reference).state == "booked"
    assert mails.to(guest, "guest@example.com")[0]["case"] == reference

"""An account proves an address, not a person: what that means from the first day, and what a guest leaves behind."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.cases.models import Draft
from app.kit import db
from app.kit.towns import Town
from tests import applying
from tests.identity import mails
from tests.identity.proving import row, sign_in
from tests.towns import Client


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

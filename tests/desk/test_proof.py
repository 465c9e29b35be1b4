"""Who sent a case without proof shows it at the window: nobody needs an e-mail address for it."""

from collections.abc import Callable

import pytest

from app.kit.towns import Town
from tests.applying import certificate, problems
from tests.desk.cases import case_of, words
from tests.desk.intake import ANSWERS, SAID, start, take_in
from tests.desk.test_intake import identity_number
from tests.towns import Client

Comes = Callable[..., Client]
SEEN = {"seen": "identity_card"}


def told_on_the_phone(clerk: Client, kind: str = "none", number: str = "") -> str:
    """A case of somebody who said on the phone who she is."""
    page = start(clerk, name="Mar Olivares", known="told", channel="phone")
    given = {
        **ANSWERS, "applicant.name": "Mar Olivares", "applicant.born.day": "3", "applicant.born.month": "4",
        "applicant.born.year": "1970", "applicant.identifier.kind": kind, "applicant.identifier.value": number,
        "delivery": "portal",
    }  # fmt: skip
    return take_in(clerk, page, **given, **SAID)


def test_a_case_begins_when_a_clerk_has_seen_who_sent_it(town: Town, clara: Client) -> None:
    reference = told_on_the_phone(clara)
    case = f"/en/desk/cases/{reference}"
    assert f'href="{case}/proof"' in clara.get(case).text
    page = words(clara.get(f"{case}/proof").text)
    assert "to show who they are" in words(clara.get(case).text)
    assert "Mar Olivares" in page
    assert "3 April 1970" in page
    wrong = clara.submit(f"{case}/proof", {"seen": ""})
    assert wrong.status_code == 422
    assert "Say what you saw, or that you know the person." in problems(wrong.text)
    assert case_of(town, reference).started_at is None
    token = clara.token(f"{case}/proof")
    for _ in range(2):
        done = clara.post(f"{case}/proof", data={"_token": token, **SEEN})
        assert done.headers["location"] == f"{case}?said=proven"
    begun = case_of(town, reference)
    assert begun.started_at is not None
    assert begun.state != "to_prove"
    shown = words(clara.get(case).text)
    assert shown.count("The person showed who sent it") == 1
    assert "working days left" in shown
    assert f'href="{case}/proof"' not in clara.get(case).text
    over = clara.get(f"{case}/proof")
    assert over.status_code == 409
    assert "no longer waits for proof" in words(over.text)


def test_whoever_the_record_knows_finds_it_in_her_account(town: Town, amina: Client, clara: Client) -> None:
    hers, number = case_of(town, certificate(amina)).person_id, identity_number(amina)
    reference = told_on_the_phone(clara, "es.nie" if number[0] in "XYZ" else "es.dni", number)
    assert reference not in amina.get("/en/me").text
    assert clara.submit(f"/en/desk/cases/{reference}/proof", SEEN).status_code == 303
    assert case_of(town, reference).person_id == hers
    assert reference in amina.get("/en/me").text
    assert "You showed who you are" in words(amina.get(f"/en/cases/{reference}").text)
    assert "Saw who you are, and let your case begin" in words(amina.get("/en/me/looks").text)


def test_a_guest_goes_on_with_the_same_page(comes_as: Comes, town: Town, clara: Client) -> None:
    guest = comes_as()
    reference = certificate(guest)
    said = words(guest.get(f"/en/cases/{reference}").text)
    assert "Come to the window with a document" in said
    assert clara.submit(f"/en/desk/cases/{reference}/proof", SEEN).status_code == 303
    said = words(guest.get(f"/en/cases/{reference}").text)
    assert "You showed who you are" in said
    assert "Come to the window" not in said


@pytest.mark.databases("sqlite")
def test_another_department_finds_no_such_page(comes_as: Comes, clara: Client) -> None:
    reference = told_on_the_phone(clara)
    assert comes_as("hugo").get(f"/en/desk/cases/{reference}/proof").status_code == 404

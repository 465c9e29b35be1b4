"""A good end that a package calls just told: a message, and nothing that has to be opened with evidence."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.cases.rights import serving
from app.kit import db
from app.kit.towns import Town
from tests.applying import begin, fill, send
from tests.desk.cases import case_of, permit, words
from tests.desk.test_papers_in import add, scan
from tests.towns import Client

YOUNG = {
    "need": {"need": "first"},
    "for_whom": {"for_whom": "me"},
    "applicant": {"applicant.name": "Nuria Vega", "applicant.born.day": "8", "applicant.born.month": "8",
                  "applicant.born.year": "2017"},
    "consent_by": {"consent_by": "bring"},
    "pickup": {"pickup": "library"},
    "reach": {"reach": ["email"]},
    "email": {"email": "nuria@example.com"},
    "house_rules": {"house_rules": "yes"},
}  # fmt: skip


def test_a_library_card_is_told_to_a_guest_without_a_notification_to_open(
    town: Town, settle: Callable[..., int], comes_as: Callable[..., Client]
) -> None:
    guest, hugo = comes_as(), comes_as("hugo")
    reference = send(guest, fill(guest, begin(guest, "library-card"), YOUNG))
    page = f"/en/desk/cases/{reference}"
    said = words(hugo.get(page).text)
    assert "The person’s side: papers still to come The person was told:" in said
    assert "A parent or guardian comes to the library and signs." in said
    assert hugo.submit(f"{page}/steps/consent_seen", {}).status_code == 303
    town.clock.move(timedelta(minutes=11))
    settle()
    case = case_of(town, reference)
    assert case.outcome == "granted"
    with db.read(town) as unit:
        assert serving.all_of(unit, case.id) == []
    said = words(hugo.get(page).text)
    assert "Not opened yet." not in said and "papers still to come" not in said
    assert "The person’s side: nothing to do" in said


@pytest.mark.databases("sqlite")
def test_what_was_still_to_come_is_no_longer_named_once_a_paper_came(amina: Client, clara: Client) -> None:
    permitted = permit(amina)
    page = f"/en/desk/cases/{permitted}"
    assert "The person’s side: papers still to come" in words(clara.get(page).text)
    assert "What we still need from you" in words(amina.get(f"/en/cases/{permitted}").text)
    assert add(clara, scan(clara, "The plan"), permitted).status_code == 303
    assert "papers still to come" not in words(clara.get(page).text)
    assert "What we still need from you" not in words(amina.get(f"/en/cases/{permitted}").text)

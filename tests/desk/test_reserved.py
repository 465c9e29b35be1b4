"""Health papers of a confidential service: whoever examines the case opens them, nobody else of the desk."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app.identity.accounts import appoint
from app.kit import db
from app.kit.towns import Town
from tests import applying
from tests.cases.test_confidential import ANSWERS
from tests.desk.cases import opened
from tests.desk.staffing import account, words
from tests.towns import Client

Comes = Callable[..., Client]
SAMPLE = Path("towns/puerto-claro/services/disabled-parking-badge/samples/medical-report.pdf")
NAME = "report-zyxclinic.pdf"
CLOSED = "Sent. Only those who examine the case open these files."


@pytest.fixture
def badge(comes_as: Comes) -> str:
    """Nour's request, with the report of her doctor."""
    nour = comes_as("nour")
    paper = ("medical_report", (NAME, SAMPLE.read_bytes(), "application/pdf"))
    given = {
        **ANSWERS,
        "proof": {"proof": "doctor"},
        "papers": {"papers": "now"},
        "medical_report": {"files": [paper]},
    }
    place = applying.begin(nour, "disabled-parking-badge")
    return applying.send(nour, applying.fill(nour, place, given))


def test_the_paper_is_for_examiners_of_the_department_alone(town: Town, comes_as: Comes, badge: str) -> None:
    """Olga is a clerk of Social services; Samir comes as its supervisor only, who signs and does not examine."""
    samir, tomas = account(town, "samir"), account(town, "tomas")
    with db.write(town) as unit:
        appoint(unit, samir, "social_services", "supervisor")
    case = f"/en/desk/cases/{badge}"
    page = comes_as("olga").get(case).text
    assert NAME in page
    assert CLOSED not in page
    found = re.search(r"/files/([0-9a-f-]{36})", page)
    assert found is not None
    places = [f"{case}/files/{found[1]}{below}" for below in ("", "/pages/1", "/pictures/1")]
    for place in places:
        assert comes_as("olga").get(place).status_code == 200, place

    signer, other = comes_as("samir"), comes_as("clara")
    page = signer.get(case).text
    assert CLOSED in words(page)
    assert NAME not in page
    assert found[1] not in page
    for place in places:
        assert signer.get(place).status_code == 404, place
        assert other.get(place).status_code == 404, place

    examiner = comes_as("tomas")
    assert examiner.get(places[0]).status_code == 404
    with db.write(town) as unit:
        appoint(unit, tomas, "social_services", "clerk")
    assert examiner.get(places[0]).status_code == 200, "from the next click on"


def test_the_badge_says_until_when_it_is_valid(comes_as: Comes, badge: str, settle: Callable[..., int]) -> None:
    olga, case = comes_as("olga"), f"/en/desk/cases/{badge}"
    grant = f"{case}/steps/grant"
    assert re.search(r'value="badge_until"[^>]* checked', olga.get(grant).text), "it is ticked beforehand"
    given = {"reasons": "doctor_confirms", "text": "All is there."}
    for conditions in ({"conditions": "earlier_badge_back"}, {"conditions": ["badge_until"], "badge_until.date": ""}):
        refused = olga.submit(grant, {**given, **conditions})
        assert refused.status_code == 422
    assert "This decision always says it" in words(
        olga.submit(grant, {**given, "conditions": "earlier_badge_back"}).text
    )
    until = {"conditions": ["badge_until", "earlier_badge_back"], "badge_until.date": "30/11/2031"}
    assert olga.submit(grant, {**given, **until}).status_code == 303
    olga.town.clock.move(timedelta(minutes=11))
    settle()
    nour = comes_as("nour")
    opened(nour, badge)
    found = re.search(r'href="(/en/cases/[^"]+/documents/[^"]+)"', nour.get(f"/en/cases/{badge}").text)
    assert found is not None
    assert "30 de noviembre de 2031" in nour.get(found[1]).text, "in the language of the town"

"""A confidential service: its department sees it, others do not even see that it is there."""

from collections.abc import Callable

import pytest

from tests import applying
from tests.cast import NOUR
from tests.identity import mails
from tests.towns import Client

Comes = Callable[..., Client]
NAME = "Disabled parking badge"
ANSWERS = {
    "for_whom": {"for_whom": "me"},
    "mobility": {"mobility": "seeing"},
    "proof": {"proof": "decision"},
    "duration": {"duration": "permanent"},
    "papers": {"papers": "bring"},
    "photo_from": {"photo_from": "window"},
    "earlier": {"earlier": "no"},
    "delivery": {"delivery": "collect"},
    "remark": {"remark": ""},
    "truth": {"truth": "yes"},
}


@pytest.fixture
def nour(comes_as: Comes) -> Client:
    return comes_as("nour")


@pytest.fixture
def badge(nour: Client, settle: Callable[..., int]) -> str:
    """The reference of her request."""
    place = applying.begin(nour, "disabled-parking-badge")
    reference = applying.send(nour, applying.fill(nour, place, ANSWERS))
    settle()
    return reference


@pytest.mark.parametrize("who", ["clara", "samir", "tomas", "vera", "dolores"])
def test_staff_of_other_departments_find_nothing(badge: str, comes_as: Comes, who: str) -> None:
    other = comes_as(who)
    assert other.get(f"/en/desk/cases/{badge}").status_code == 404
    assert badge not in other.get(f"/en/desk/cases?reference={badge}").text


def test_its_department_has_it(badge: str, comes_as: Comes) -> None:
    olga = comes_as("olga")
    assert olga.get(f"/en/desk/cases/{badge}").status_code == 200
    assert badge in olga.get("/en/desk/cases").text


def test_a_mail_about_it_names_no_service(badge: str, nour: Client) -> None:
    mail = mails.to(nour, NOUR.email)[0]
    assert badge in mail["subject"]
    assert "parking" not in (mail["subject"] + mail["text"] + mail["html"]).lower()
    assert "estacionamiento" not in (mail["subject"] + mail["text"] + mail["html"]).lower()


def test_the_code_of_its_receipt_proves_it_without_naming_it(badge: str, nour: Client, client: Client) -> None:
    receipt = nour.get(f"/en/cases/{badge}/receipt").text
    code = receipt.partition("check?code=")[2].partition('"')[0]
    told = client.submit("/en/check", {"code": code}).text
    assert badge in told
    assert "A service that we keep confidential" in told
    assert NAME not in told.partition("<main")[2].partition("</main")[0]

"""Days that belong together, and what a package says of what was sent."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from app.kit.i18n import format_day
from tests import applying
from tests.cases.test_alike import REPORT, report
from tests.cases.test_choices import SCHOOL
from tests.days import today
from tests.desk.cases import words
from tests.towns import Client

Comes = Callable[..., Client]
pytestmark = pytest.mark.databases("sqlite")


def split(name: str, day: date) -> Mapping[str, str]:
    return {f"{name}.day": str(day.day), f"{name}.month": str(day.month), f"{name}.year": str(day.year)}


def test_no_dog_is_vaccinated_before_it_was_born(comes_as: Comes) -> None:
    nour = comes_as("nour")
    born = today() - timedelta(days=500)
    dog: dict[str, Mapping[str, Any]] = {
        "dog": {"dog": "Zyxa"},
        "kind": {"kind": "ordinary"},
        "born": split("born", born),
        "chip": {"chip": "724000000000077"},
        "truth": {"truth": "yes"},
    }
    place = applying.fill_until(nour, applying.begin(nour, "dog-registration"), dog, "rabies")
    wrong = nour.submit(place, split("rabies", born - timedelta(days=1)))
    assert wrong.status_code == 422
    said = applying.problems(wrong.text)
    assert f"The dog was born on {format_day(born, 'en')}. Write a later date, or leave this empty." in said
    assert 'value="Zyxa"' not in wrong.text
    dog["rabies"] = split("rabies", born)
    review = applying.fill(nour, place, dog)
    earlier = f"{review.partition('?')[0].removesuffix('review')}born"
    assert nour.submit(earlier, split("born", born + timedelta(days=30))).status_code == 303
    refused = nour.post(applying.submission(review), data=applying.standing(nour.get(review).text))
    assert refused.status_code != 303 or "receipt" not in str(refused.headers["location"]), "it does not go like that"
    again = words(nour.get(str(refused.headers["location"])).text if refused.status_code == 303 else refused.text)
    assert "The dog was born on" in again


def test_only_the_years_of_the_stage_are_offered(comes_as: Comes) -> None:
    kofi = comes_as("kofi")
    place = applying.fill_until(kofi, applying.begin(kofi, "school-enrolment"), SCHOOL, "stage")
    for stage, last in (("infants", "third"), ("secondary", "fourth"), ("primary", "sixth")):
        assert kofi.submit(place, {"stage": stage}).status_code == 303
        course = place.replace("/stage", "/course")
        assert re.findall(r'name="course"[^>]*value="([^"]+)"', kofi.get(course).text)[-1] == last
    assert kofi.submit(course, {"course": "seventh"}).status_code == 422


RESIDENT: Mapping[str, Mapping[str, Any]] = {
    "who": {"who": "me"},
    "before": {"before": "nowhere"},
    "arrived": split("arrived", today() - timedelta(days=20)),
    "home": {"home": "own"},
    "address": {"address.street": "Calle de los Flamencos", "address.number": "9"},
    "evidence": {"evidence": "visit"},
    "shows": {"shows": "window"},
    "reach": {"reach": ["email"]},
    "truth": {"truth": "yes"},
}


def test_who_waits_for_a_visit_reads_the_day(comes_as: Comes, settle: Callable[..., int]) -> None:
    nour = comes_as("nour")
    place = applying.fill_until(nour, applying.begin(nour, "resident-registration"), RESIDENT, "visit")
    day = re.findall(r'name="visit"[^>]*value="([^"]+)"', nour.get(place).text)[1]
    given = {**RESIDENT, "visit": {"visit": day}, "email": {"email": "nour@puertoclaro.example"}}
    reference = applying.send(nour, applying.fill(nour, place, given))
    agreed = f"The agreed day is {format_day(date.fromisoformat(day), 'en', 'full')}."
    case = words(nour.get(f"/en/cases/{reference}").text)
    assert f"A clerk comes between 17:00 and 19:30. {agreed} One person who lives there must be in." in case
    settle()
    [mail] = [mail for mail in nour.get("/demo/mailbox.json").json() if mail["case"] == reference]
    assert agreed in mail["text"] or "El día acordado es" in mail["text"]
    assert "{" not in mail["text"]


def test_the_receipt_of_a_report_speaks_of_a_report(comes_as: Comes) -> None:
    guest = comes_as()
    page = words(guest.get(f"/en/cases/{report(guest)}/receipt").text)
    assert "We have your report" in page
    assert "We have your request" not in page
    assert "Nothing more to do." in page
    assert "Answer by" not in page, "no day is promised"


def test_what_was_left_empty_can_be_changed_before_it_is_sent(comes_as: Comes) -> None:
    guest = comes_as()
    report_without_photo = {**REPORT, "danger": {"danger": "no"}}
    review = applying.fill(guest, applying.begin(guest, "street-report"), report_without_photo)
    page = guest.get(review).text
    assert "No answer" in words(page)
    assert "/photo?back=review" in page
    receipt = words(guest.get(f"/en/cases/{applying.send(guest, review)}/receipt").text)
    assert "No answer" not in receipt, "what was not sent is not proven"

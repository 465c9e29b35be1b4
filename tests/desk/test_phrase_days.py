"""A day in a reason or a condition is written in numbers, and read by each in her own language."""

from collections.abc import Callable
from datetime import date

import pytest

from app import catalogue
from app.kit import db, written_days
from app.kit.towns import Town
from tests.applying import begin, fill, problems, send
from tests.cases.test_confidential import ANSWERS
from tests.desk.cases import words
from tests.towns import Client


@pytest.mark.databases("sqlite")
def test_the_last_day_of_a_badge_is_said_in_each_language(
    town: Town, comes_as: Callable[..., Client], amina: Client
) -> None:
    olga = comes_as("olga")
    reference = send(amina, fill(amina, begin(amina, "disabled-parking-badge"), ANSWERS))
    page = f"/en/desk/cases/{reference}/steps/grant"
    assert "Last day For example, " in words(olga.get(page).text)
    given = {"reasons": "region_has_decided", "conditions": "badge_until"}
    wrong = olga.submit(page, {**given, "badge_until.date": "the end of 2031"})
    assert "Write day, month and year as numbers: " in problems(wrong.text)
    assert "the end of 2031" in wrong.text
    assert olga.submit(page, {**given, "badge_until.date": "31/12/2031"}).status_code == 303
    assert "The badge is valid until 31 December 2031." in words(olga.get(f"/en/desk/cases/{reference}").text)
    assert "hasta el 31 de diciembre de 2031" in words(olga.get(f"/es/desk/cases/{reference}").text), "the clerk's own"
    with db.read(town) as unit:
        said = {each: catalogue.phrase(unit, "badge_until", each) for each in ("es", "ar", "zh-Hant")}
        day = {each: str(phrase.say(date="31/12/2031")) for each, phrase in said.items() if phrase}
    assert "31 de diciembre de 2031" in day["es"]
    assert "31 ديسمبر 2031" in day["ar"]
    assert "2031年12月31日" in day["zh-Hant"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("15 3 2027", date(2027, 3, 15)),
        (" 15/03/2027 ", date(2027, 3, 15)),
        ("15.3.2027", date(2027, 3, 15)),
        ("2027-03-15", date(2027, 3, 15)),
        ("2027年3月15日", date(2027, 3, 15)),
        ("31 2 2027", None),
        ("15 3 27", None),
        ("15 March 2027", None),
        ("…", None),
        ("9" * 400, None),
    ],
)
def test_days_are_read_however_they_are_parted(written: str, day: date | None) -> None:
    assert written_days.read(written) == day

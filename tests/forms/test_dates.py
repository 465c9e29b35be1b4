from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.forms import offered_days, show, typed
from tests.forms.conftest import TODAY, around, field, sent, words, wrong

DATE = field("date")


@pytest.mark.parametrize(
    ("day", "month", "year", "locale", "stored"),
    [
        ("27", "3", "1985", "en", "1985-03-27"),
        (" 07 ", "03", "1985", "es", "1985-03-07"),
        ("٢٧", "٣", "١٩٨٥", "ar", "1985-03-27"),
        ("۲۷", "۳", "۱۹۸۵", "ar", "1985-03-27"),
        ("２７", "３", "１９８５", "zh-Hant", "1985-03-27"),
        ("24", "11", "115", "zh-Hant", "2026-11-24"),
        ("27", "3", "74", "zh-Hant", "1985-03-27"),
        ("1", "1", "1", "zh-Hant", "1912-01-01"),
        ("24", "11", "民國115", "zh-Hant", "2026-11-24"),
        ("24日", "11月", "115年", "zh-Hant", "2026-11-24"),
        ("24", "11", "西元2026年", "zh-Hant", "2026-11-24"),
        ("29", "2", "2024", "en", "2024-02-29"),
        ("29", "2", "113", "zh-Hant", "2024-02-29"),
        ("5", "March", "2020", "en", "2020-03-05"),
        ("5", "marzo", "2020", "es", "2020-03-05"),
        ("5", "تموز", "2020", "ar", "2020-07-05"),
        ("5", "يوليوز", "2020", "ar", "2020-07-05"),
    ],
)
def test_it_reads_three_fields_as_people_write_them(day: str, month: str, year: str, locale: str, stored: str) -> None:
    outcome = sent(DATE, day=day, month=month, year=year, about=around(locale=locale))
    assert (outcome.answer, wrong(outcome)) == (stored, {})


@pytest.mark.parametrize(
    ("day", "month", "year", "errors"),
    [
        ("", "", "", {"day": "required"}),
        ("31", "2", "1985", {"day": "no_such_day"}),
        ("29", "2", "2023", {"day": "no_leap_day"}),
        ("29", "2", "1900", {"day": "no_leap_day"}),
        ("", "2", "1985", {"day": "no_day"}),
        ("1", "", "1985", {"month": "no_month"}),
        ("1", "2", "", {"year": "no_year"}),
        ("32", "2", "1985", {"day": "day"}),
        ("1", "13", "1985", {"month": "month"}),
        ("1", "2", "85", {"year": "year"}),
        ("1", "2", "0085", {"year": "year"}),
        ("0", "0", "1", {"day": "day", "month": "month", "year": "year"}),
        ("x", "y", "z", {"day": "day", "month": "month", "year": "year"}),
        ("1.5", "2", "1985", {"day": "day"}),
        ("-1", "2", "1985", {"day": "day"}),
        ("1\x00", "2", "1985", {"day": "characters"}),
    ],
)
def test_it_says_which_part_is_wrong(day: str, month: str, year: str, errors: dict[str, str]) -> None:
    outcome = sent(DATE, day=day, month=month, year=year)
    assert (outcome.answer, wrong(outcome)) == (None, errors)


def test_an_error_in_chinese_goes_to_the_year_which_comes_first() -> None:
    assert wrong(sent(DATE, about=around(locale="zh-Hant"))) == {"year": "required"}


def test_the_error_about_february_points_to_both_inputs_and_names_the_month() -> None:
    outcome = sent(DATE, day="31", month="2", year="1985")
    assert outcome.errors["it.day"].also == ("it.month",)
    said = words().error("it", "date", outcome.errors["it.day"])
    assert said == "February has no day 31. Check the day and the month."


def test_what_was_typed_is_kept() -> None:
    outcome = sent(DATE, day="31", month="feb", year="１９８５")
    assert outcome.typed == {"it.day": ("31",), "it.month": ("feb",), "it.year": ("１９８５",)}


@pytest.mark.parametrize(
    ("settings", "good", "bad", "error"),
    [
        ({"max": "today"}, TODAY, TODAY + timedelta(days=1), "max"),
        ({"min": "today"}, TODAY, TODAY - timedelta(days=1), "min"),
        ({"max": "-P18Y"}, date(2008, 11, 24), date(2008, 11, 25), "max"),
        ({"max": {"today": "-P18Y"}}, date(2008, 11, 24), date(2008, 11, 25), "max"),
        ({"min": "P2D"}, date(2026, 11, 26), date(2026, 11, 25), "min"),
        ({"min": "2026-01-01"}, date(2026, 1, 1), date(2025, 12, 31), "min"),
    ],
)
def test_it_keeps_within_its_bounds(settings: dict[str, Any], good: date, bad: date, error: str) -> None:
    bounded = field("date", **settings)
    for day, errors in ((good, {}), (bad, {"day": error})):
        outcome = sent(bounded, day=str(day.day), month=str(day.month), year=str(day.year))
        assert wrong(outcome) == errors


def test_a_date_is_not_before_another_that_was_answered() -> None:
    later = field("date", not_before="born")
    day = {"day": "3", "month": "5", "year": "2026"}
    assert not wrong(sent(later, about=around(answers={"born": "2026-05-03"}), **day)), "the same day is no mistake"
    assert not wrong(sent(later, **day)), "nothing was answered before"
    assert wrong(sent(later, about=around(answers={"born": "2026-05-04"}), **day)) == {"day": "not_before"}


def test_an_optional_date_may_be_left_empty_but_not_begun() -> None:
    optional = field("date", optional="true")
    assert sent(optional, day="", month=" ", year="").is_good
    assert wrong(sent(optional, day="1", month="", year="")) == {"month": "no_month"}


@given(st.dates(date(1850, 1, 1), date(2150, 12, 31)), st.sampled_from(["en", "es", "zh-Hant", "ar"]))
def test_a_stored_date_goes_through_the_page_unchanged(day: date, locale: str) -> None:
    about = around(locale=locale)
    raw = {name: list(values) for name, values in typed(DATE, day.isoformat(), about).items()}
    parts = {name.removeprefix("it."): values for name, values in raw.items()}
    assert sent(DATE, about=about, **parts).answer == day.isoformat()


@pytest.mark.parametrize(
    ("locale", "day", "shown"),
    [
        ("en", "2026-11-24", "24 November 2026"),
        ("es", "2026-11-24", "24 de noviembre de 2026"),
        ("zh-Hant", "2026-11-24", "民國115年（2026年）11月24日"),
        ("zh-Hant", "1911-11-24", "1911年11月24日"),
        ("ar", "2026-11-24", "24 نوفمبر 2026"),
    ],
)
def test_it_shows_a_date_in_the_language_and_echoes_both_years(locale: str, day: str, shown: str) -> None:
    ((span,),) = show(DATE, day, words(locale), around())
    assert span.text.replace("\u200f", "") == shown


CHOSEN = field("date", choose={"table": "rounds", "by": "place.street", "column": "weekday", "next": "3"})
AT_ANCLA = around(answers={"place": {"street": "Calle del Ancla"}})


def test_it_offers_the_next_days_of_the_street() -> None:
    days = offered_days(CHOSEN.choose, AT_ANCLA)
    assert [day.isoformat() for day in days] == ["2026-12-01", "2026-12-08", "2026-12-15"]


def test_it_leaves_out_days_on_which_nobody_works_and_days_too_soon() -> None:
    closed = around(answers=AT_ANCLA.answers, closed=frozenset({date(2026, 12, 8)}))
    late = CHOSEN.choose.model_copy(update={"notice": "P8D"})
    assert [day.isoformat() for day in offered_days(late, closed)] == ["2026-12-15", "2026-12-22", "2026-12-29"]


def test_a_street_may_have_several_weekdays() -> None:
    lonja = around(answers={"place": {"street": "Calle de la Lonja"}})
    assert [day.isoformat() for day in offered_days(CHOSEN.choose, lonja)] == ["2026-11-27", "2026-12-01", "2026-12-04"]


def test_it_takes_an_offered_day_and_no_other() -> None:
    assert sent(CHOSEN, _="2026-12-01", about=AT_ANCLA).answer == "2026-12-01"
    assert wrong(sent(CHOSEN, _="2026-12-02", about=AT_ANCLA)) == {"it": "gone"}
    assert wrong(sent(CHOSEN, _="tomorrow", about=AT_ANCLA)) == {"it": "choose"}
    assert wrong(sent(CHOSEN, about=AT_ANCLA)) == {"it": "required"}


@pytest.mark.parametrize(
    "answers", [{}, {"place": {"street": "Calle Nueva"}}, {"place": {"street": "Plaza del Puerto"}}]
)
def test_it_says_so_when_there_are_no_days(answers: dict[str, Any]) -> None:
    about = around(answers=answers)
    assert offered_days(CHOSEN.choose, about) == ()
    assert wrong(sent(CHOSEN, about=about)) == {"it": "no_days"}

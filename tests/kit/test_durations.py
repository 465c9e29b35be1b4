"""ISO durations on the calendar and by the second."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from app.kit.durations import backwards, check_duration, is_whole_days, shift_day, shift_moment

MADRID = ZoneInfo("Europe/Madrid")


@pytest.mark.parametrize("text", ["P5Y", "P3D", "PT10M", "-P18Y", "+P2W", "P1Y2M3DT4H5M6S", "P0D", "PT0S"])
def test_it_takes_whole_numbers(text: str) -> None:
    assert check_duration(text) == text


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "P1DT", "P1.5D", "3 days", "p3d", " P3D", "P0003-06-04T12:30:05", "P٣D"]
)
def test_it_refuses_anything_else_and_says_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match="Write a duration as in"):
        check_duration(text)


def test_a_day_moves_on_the_calendar() -> None:
    assert shift_day(date(2026, 11, 24), "P3M") == date(2027, 2, 24)
    assert shift_day(date(2026, 11, 24), "-P1D") == date(2026, 11, 23)
    assert shift_day(date(2026, 11, 24), "PT30H") == date(2026, 11, 24)


def test_a_month_that_is_too_short_gives_its_last_day() -> None:
    assert shift_day(date(2026, 11, 30), "P3M") == date(2027, 2, 28)
    assert shift_day(date(2024, 2, 29), "-P18Y") == date(2006, 2, 28)
    assert shift_day(date(2023, 11, 30), "P3M") == date(2024, 2, 29)


def test_a_moment_moves_by_the_clocks_on_the_wall_and_then_exactly() -> None:
    start = datetime(2026, 10, 24, 12, tzinfo=MADRID)
    assert shift_moment(start, "P1D", MADRID) == datetime(2026, 10, 25, 11, tzinfo=UTC)
    assert shift_moment(start, "PT24H", MADRID) == datetime(2026, 10, 25, 10, tzinfo=UTC)
    assert shift_moment(start, "P1DT1H", MADRID) == datetime(2026, 10, 25, 12, tzinfo=UTC)
    assert shift_moment(start, "-PT10M", MADRID) == datetime(2026, 10, 24, 9, 50, tzinfo=UTC)


def test_an_exact_time_survives_the_hour_that_comes_twice() -> None:
    second = datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=MADRID)
    assert shift_moment(second, "PT0S", MADRID) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_backwards_and_back_again() -> None:
    assert backwards("P3D") == "-P3D"
    assert backwards(backwards("P3D")) == "P3D"
    assert backwards("+P3D") == "-P3D"


def test_whole_days_have_no_time_in_them() -> None:
    assert is_whole_days("P1Y2M")
    assert not is_whole_days("P1DT1H")

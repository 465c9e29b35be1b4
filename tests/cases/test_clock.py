"""The legal clock, by the profile of the demo town and by another one."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from app.cases.clock import LegalCalendar, LegalClock, Pause
from app.workflow import ServiceClock
from tests.cases.profiles import SPAIN, TAIWAN

MADRID = ZoneInfo("Europe/Madrid")
TEN = ServiceClock(days=10, working=True)
THREE_MONTHS = ServiceClock(months=3)


def at(month: int, day: int, hour: int = 10, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=MADRID)


def spanish(setting: ServiceClock | None) -> LegalClock:
    clock = LegalClock.of(SPAIN, setting)
    assert clock
    return clock


def due(setting: ServiceClock | None, started: datetime, *pauses: Pause, now: datetime | None = None) -> date:
    return spanish(setting).due(started, pauses, now or started)


def asked(since: datetime, until: datetime | None = None) -> Pause:
    return Pause("missing", since, until)


def test_ten_working_days_from_24_november_end_on_9_december() -> None:
    assert due(TEN, at(11, 24, 10, 42)) == date(2026, 12, 9)


def test_a_paper_asked_for_on_16_november_is_due_on_30_november() -> None:
    calendar = LegalCalendar.of(SPAIN)
    assert calendar.last_day(date(2026, 11, 16), SPAIN.terms["correction"]) == date(2026, 11, 30)


def test_day_one_follows_the_receipt() -> None:
    assert due(ServiceClock(days=1, working=True), at(11, 24)) == date(2026, 11, 25)
    assert due(ServiceClock(days=1), at(11, 24)) == date(2026, 11, 25)


def test_the_day_of_receipt_is_the_towns_day() -> None:
    assert due(TEN, datetime(2026, 11, 23, 23, 30, tzinfo=UTC)) == due(TEN, at(11, 24))
    assert due(TEN, datetime(2026, 11, 24, 22, 59, tzinfo=UTC)) == due(TEN, at(11, 24))


def test_what_arrives_on_a_free_day_counts_as_the_next_working_day() -> None:
    monday = due(TEN, at(11, 23))
    assert due(TEN, at(11, 21)) == due(TEN, at(11, 22, 23, 59)) == monday
    assert due(TEN, at(12, 8)) == due(TEN, at(12, 9))


def test_months_end_on_the_same_day_of_the_month() -> None:
    assert due(THREE_MONTHS, at(11, 24)) == date(2027, 2, 24)


def test_a_month_that_is_too_short_ends_on_its_last_day() -> None:
    assert due(ServiceClock(months=1), at(3, 31)) == date(2026, 4, 30)
    assert due(ServiceClock(months=3), at(11, 30)) == date(2027, 3, 1), "28 February is Andalusia's day and a Sunday"


def test_a_last_day_that_is_free_moves_on() -> None:
    assert due(ServiceClock(days=14), at(11, 24)) == date(2026, 12, 9), "8 December is a holiday"
    assert due(ServiceClock(days=4), at(11, 24)) == date(2026, 11, 30), "28 November is a Saturday"


def test_a_service_without_a_clock_has_no_due_date() -> None:
    assert LegalClock.of(SPAIN, "none") is None


def test_a_service_without_a_clock_of_its_own_has_the_profiles() -> None:
    assert due(None, at(11, 24)) == due(THREE_MONTHS, at(11, 24))


def test_another_law_is_another_file() -> None:
    clock = LegalClock.of(TAIWAN, None)
    assert clock
    started = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
    assert clock.due(started, (), started) == date(2027, 1, 25), "received on the 25th in Taipei"
    new_year = datetime(2025, 12, 16, 2, 0, tzinfo=UTC)
    assert clock.due(new_year, (), new_year) == date(2026, 2, 23), "the spring festival is free"


def test_a_pause_moves_the_due_date_by_the_working_days_lost() -> None:
    assert due(TEN, at(11, 24), asked(at(11, 25), at(11, 27))) == date(2026, 12, 11)
    assert due(TEN, at(11, 24), asked(at(11, 27), at(11, 30))) == date(2026, 12, 10), "the weekend was free anyway"


def test_a_pause_moves_a_term_in_months_by_natural_days() -> None:
    assert due(THREE_MONTHS, at(11, 24), asked(at(12, 1), at(12, 17))) == date(2027, 3, 12)


def test_an_answer_of_the_same_day_costs_nothing() -> None:
    assert due(TEN, at(11, 24), asked(at(11, 25, 9), at(11, 25, 18))) == date(2026, 12, 9)


def test_an_answer_on_a_free_day_counts_as_the_next_working_day() -> None:
    answered_on_monday = due(THREE_MONTHS, at(11, 24), asked(at(11, 25), at(11, 30)))
    assert due(THREE_MONTHS, at(11, 24), asked(at(11, 25), at(11, 28))) == answered_on_monday


def test_pauses_add_up_and_overlapping_ones_count_once() -> None:
    first, second = asked(at(11, 25), at(11, 27)), asked(at(11, 30), at(12, 2))
    assert due(TEN, at(11, 24), first, second) == date(2026, 12, 15)
    assert due(TEN, at(11, 24), second, first) == date(2026, 12, 15)
    assert due(TEN, at(11, 24), first, asked(at(11, 26), at(11, 27))) == date(2026, 12, 11)


def test_asking_on_the_last_day_is_in_time() -> None:
    assert due(TEN, at(11, 24), asked(at(12, 9), at(12, 14))) == date(2026, 12, 14)


def test_asking_too_late_moves_nothing() -> None:
    assert due(TEN, at(11, 24), asked(at(12, 10), at(12, 20))) == date(2026, 12, 9)


def test_while_it_stands_still_the_days_left_stay_the_same() -> None:
    clock = spanish(TEN)
    pause = asked(at(11, 26))
    for now in (at(11, 26, 12), at(11, 27), at(11, 28), at(11, 29), at(12, 1), at(12, 31)):
        reading = clock.read(at(11, 24), (pause,), now)
        assert (reading.left, reading.late, reading.stopped) == (8, 0, pause)


def test_the_clock_reads_in_the_days_of_its_term() -> None:
    clock = spanish(TEN)
    assert clock.read(at(11, 24), (), at(11, 24)).left == 10
    assert clock.read(at(11, 24), (), at(12, 4)).left == 2
    assert clock.read(at(11, 24), (), at(12, 9)).left == 0
    assert clock.read(at(11, 24), (), at(12, 4)).working
    months = spanish(THREE_MONTHS).read(at(11, 24), (), at(2, 20, year=2027))
    assert (months.left, months.working) == (4, False)


def test_late_counts_every_day_a_person_waits() -> None:
    clock = spanish(TEN)
    assert clock.read(at(11, 24), (), at(12, 9, 23, 59)).late == 0
    friday, monday = clock.read(at(11, 24), (), at(12, 11)), clock.read(at(11, 24), (), at(12, 14))
    assert (friday.late, monday.late, monday.left) == (2, 5, 0)


def test_an_answered_pause_no_longer_stops_it() -> None:
    reading = spanish(TEN).read(at(11, 24), (asked(at(11, 25), at(11, 27)),), at(11, 30))
    assert (reading.stopped, reading.due) == (None, date(2026, 12, 11))


def test_where_the_law_says_so_the_clock_restarts() -> None:
    clock = LegalClock.of(SPAIN.model_copy(update={"pauses": "restarts"}), TEN)
    assert clock
    assert clock.due(at(11, 24), (asked(at(11, 27), at(12, 1)),), at(12, 1)) == due(TEN, at(12, 1))


def test_the_last_day_is_whole() -> None:
    assert LegalCalendar.of(SPAIN).end_of(date(2026, 12, 9)) == at(12, 10, 0)

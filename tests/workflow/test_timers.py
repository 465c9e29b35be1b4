"""When things happen by themselves, on the clocks of the town."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.cases.clock import LegalCalendar
from app.workflow import Term, Timer, Workflow, timers

MADRID = ZoneInfo("Europe/Madrid")
WORKING_DAYS = LegalCalendar(MADRID, frozenset(range(5)), frozenset({date(2026, 12, 8)}))
TERMS = {"correction": Term(days=10, working=True), "hearing": Term(days=15, working=True)}


def local(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=MADRID)  # type: ignore[arg-type]


def of(workflow: Workflow, state: str, entered: datetime, **answers: object) -> tuple[Timer, ...]:
    return timers(workflow, state, entered, answers, TERMS, WORKING_DAYS)


def one(way: dict[str, Any]) -> Workflow:
    """A workflow of two states and one way between them."""
    return Workflow.model_validate(
        {
            "start": "open",
            "states": {"open": {}, "closed": {"final": "done"}},
            "transitions": [{"id": "close", "from": "open", "to": "closed", **way}],
        }
    )


def test_a_legal_term_gives_the_whole_last_day(dog: Workflow) -> None:
    due, remind = of(dog, "waiting", local(2026, 11, 16, 10, 30))
    assert due == Timer("lapse", "due", local(2026, 12, 1).astimezone(UTC), date(2026, 11, 30))
    assert remind == Timer("lapse", "remind", local(2026, 11, 27, 9).astimezone(UTC), date(2026, 11, 30))


def test_moments_are_in_utc(dog: Workflow) -> None:
    assert {timer.at.tzinfo for timer in of(dog, "waiting", local(2026, 11, 16))} == {UTC}


def test_the_day_of_entering_is_the_towns_day(dog: Workflow) -> None:
    late_in_the_evening = datetime(2026, 11, 15, 23, 30, tzinfo=UTC)
    assert of(dog, "waiting", late_in_the_evening)[0].last_day == date(2026, 11, 30)


def test_a_hearing_has_its_own_term(dog: Workflow) -> None:
    assert [(timer.transition, timer.last_day) for timer in of(dog, "hearing", local(2026, 11, 24, 9))] == [
        ("unheard", date(2026, 12, 16))
    ]


def test_a_state_without_time_has_no_timers(dog: Workflow) -> None:
    assert of(dog, "vet", local(2026, 11, 24)) == ()
    assert of(dog, "registered", local(2026, 11, 24)) == ()


def test_the_reminder_comes_the_evening_before(pickup: Workflow) -> None:
    assert of(pickup, "booked", local(2026, 11, 24, 10), day="2026-11-27") == (
        Timer("remind", "due", local(2026, 11, 26, 18).astimezone(UTC), date(2026, 11, 26)),
    )
    assert of(pickup, "reminded", local(2026, 11, 26, 18), day="2026-11-27")[0].at == local(2026, 11, 27, 20)


def test_a_date_that_has_passed_is_due_at_once(pickup: Workflow) -> None:
    assert of(pickup, "booked", local(2026, 11, 27, 10), day="2026-11-27")[0].at == local(2026, 11, 26, 18)


def test_a_date_that_was_not_answered_has_no_timer(pickup: Workflow) -> None:
    assert of(pickup, "booked", local(2026, 11, 24)) == ()


@pytest.mark.parametrize(
    ("day", "time", "expected"),
    [
        ("2026-03-28", "18:00", datetime(2026, 3, 28, 17, tzinfo=UTC)),
        ("2026-03-29", "18:00", datetime(2026, 3, 29, 16, tzinfo=UTC)),
        ("2026-03-29", "02:30", datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # skipped: shown as 03:30
        ("2026-10-25", "02:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # shown twice: the first
        ("2026-10-25", "18:00", datetime(2026, 10, 25, 17, tzinfo=UTC)),
    ],
)
def test_a_civil_time_follows_the_clocks_of_the_town(day: str, time: str, expected: datetime) -> None:
    workflow = one({"at": {"field": "day", "time": time}})
    assert of(workflow, "open", local(2026, 1, 1), day=day)[0].at == expected


def test_days_are_civil_and_hours_are_exact() -> None:
    before_the_clocks_change = local(2026, 3, 28, 18)
    assert of(one({"after": "P1D"}), "open", before_the_clocks_change)[0].at == local(2026, 3, 29, 18)
    assert of(one({"after": "PT24H"}), "open", before_the_clocks_change)[0].at == local(2026, 3, 29, 19)


def test_a_reminder_before_an_exact_time_is_exact() -> None:
    due, remind = of(one({"after": "P2D", "remind": {"before": "PT6H"}}), "open", local(2026, 11, 24, 10))
    assert (due.at, remind.at) == (local(2026, 11, 26, 10), local(2026, 11, 26, 4))


def test_a_reminder_before_a_term_may_have_its_own_time() -> None:
    workflow = one({"after": {"profile": "correction"}, "remind": {"before": "P1D", "time": "12:15"}})
    assert of(workflow, "open", local(2026, 11, 16))[1].at == local(2026, 11, 29, 12, 15)


def test_a_reminder_that_has_passed_already_is_left_out() -> None:
    workflow = one({"after": "P1D", "remind": {"before": "P3D"}})
    assert [timer.kind for timer in of(workflow, "open", local(2026, 11, 24))] == ["due"]

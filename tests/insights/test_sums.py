"""Sums of months that are over: made once, again where a line changes, and the same as those of a recount."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from app import insights
from app.cases.events import CaseClosed, CaseReceived
from app.cases.models import CaseFile
from app.commands.figures import recount
from app.insights.models import CaseFigure, MonthToSum, ServiceMonth
from app.kit import db, events
from app.kit.towns import Town
from app.wiring.jobs import SCHEDULES
from tests.applying import certificate
from tests.days import today
from tests.desk.cases import case_of, copies

Comes = Callable[..., Any]
Settle = Callable[..., int]
C, M = db.table(CaseFile), db.table(ServiceMonth)


def ago(months: int) -> datetime:
    """Noon in the middle of a month that is over."""
    first = today().replace(day=1)
    for _ in range(months):
        first = (first - timedelta(days=1)).replace(day=1)
    return datetime.fromisoformat(f"{first.replace(day=10)}T12:00+00:00")


def happened(town: Town, reference: str, received: datetime, days: int | None = None, due: int | None = None) -> None:
    """A case came in then, and was granted after so many days."""
    case = case_of(town, reference)
    change: dict[str, Any] = {"received_at": received}
    if days is not None:
        ended = received + timedelta(days=days)
        last = None if due is None else (received + timedelta(days=due)).date()
        change |= {"closed_at": ended, "outcome": "granted", "due": last}
    with db.write(town) as unit:
        db.change(unit, update(C).where(C.c.id == case.id).values(change))
        events.record(unit, CaseReceived(case.id))
        if days is not None:
            events.record(unit, CaseClosed(case.id))


def kept(town: Town) -> list[tuple[date, str, int, Any]]:
    with db.read(town) as unit:
        rows = db.rows(unit, select(M.c.month, M.c.service, M.c.received, M.c.ended).order_by(M.c.month, M.c.service))
        return [(row.month, row.service, row.received, row.ended) for row in rows]


def sum_due(town: Town) -> None:
    with db.write(town) as unit:
        insights.sum_due(unit)


@pytest.fixture
def past(town: Town, comes_as: Comes, settle: Settle) -> list[str]:
    """Seven certificates of three months ago: five took three days, one of them too long; one took forty; one waits."""
    like = certificate(comes_as("amina"))
    made = [like, *copies(town, like, 6)]
    settle()
    for number, reference in enumerate(made):
        happened(town, reference, ago(3), (3, 3, 3, 3, 3, 40, None)[number], 2 if number == 4 else 90)
    settle()
    return made


def test_a_month_that_is_over_is_summed(town: Town, past: list[str]) -> None:
    sum_due(town)
    first, second = (ago(months).date().replace(day=1) for months in (3, 2))
    assert kept(town) == [
        (first, "birth_certificate", 7, [[3, False, 4], [3, True, 1]]),
        (second, "birth_certificate", 0, [[40, False, 1]]),
    ]


def test_what_changes_in_it_later_is_summed_again_and_nothing_else_is(
    town: Town, past: list[str], settle: Settle
) -> None:
    sum_due(town)
    before = kept(town)
    F = db.table(CaseFigure)
    with db.write(town) as unit:
        db.change(unit, update(F).values(days=1))
    sum_due(town)
    assert kept(town) == before
    happened(town, past[6], ago(3), 0)
    settle()
    sum_due(town)
    assert kept(town)[0][3] == [[0, None, 1], [1, False, 4], [1, True, 1]]
    with db.read(town) as unit:
        assert not list(db.rows(unit, select(db.table(MonthToSum).c.id)))


def test_the_running_month_is_nobodys_sum(town: Town, comes_as: Comes, settle: Settle) -> None:
    certificate(comes_as("amina"))
    settle()
    sum_due(town)
    assert kept(town) == []
    with db.read(town) as unit:
        assert not list(db.rows(unit, select(db.table(MonthToSum).c.id)))


def test_the_log_yields_the_sums_that_were_kept_and_says_what_was_wrong(
    town: Town, past: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    sum_due(town)
    before = kept(town)
    assert recount(town) == 0
    assert kept(town) == before
    with db.write(town) as unit:
        db.change(unit, update(M).values(received=1000))
    assert recount(town) == 1
    assert "Months summed: 12. Wrong before: " in capsys.readouterr().out
    assert kept(town) == before


def test_a_job_sums_each_hour() -> None:
    assert [each.every for each in SCHEDULES if each.name == "insights.sum_months"] == [timedelta(hours=1)]

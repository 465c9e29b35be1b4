"""A schedule makes one job a slot, whoever plans it and however often."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from app.kit import db, jobs, schedules
from app.kit.db import Conflict, Unit
from app.kit.jobs import Change
from app.kit.schedules import Schedule, Tick
from app.kit.settling import settle
from app.kit.towns import Town
from tests.kit.jobbing import Do, count, done, left


@pytest.fixture
def town(empty_town: Town) -> Town:
    return empty_town


def tick(unit: Unit, tick: Tick) -> None:
    count(unit, Do(tick.slot.isoformat()))


HOURLY = Schedule("hourly", timedelta(hours=1), Change(Tick, tick), lane="now")
TICKS: jobs.Jobs = {"hourly": HOURLY.job}


def test_a_schedule_runs_once_a_slot_however_often_it_is_planned(town: Town) -> None:
    town.clock.set(town.clock.now().replace(minute=5))
    for _ in range(3):
        with db.write(town) as unit:
            schedules.plan(unit, [HOURLY])
        settle(town, TICKS)
    assert list(done(town).values()) == [1]
    town.clock.move(timedelta(hours=1))
    with db.write(town) as unit:
        schedules.plan(unit, [HOURLY])
    settle(town, TICKS)
    assert list(done(town).values()) == [1, 1]


def test_workers_that_plan_at_the_same_moment_make_one_job(town: Town) -> None:
    def plan(_: int) -> None:
        for _ in range(5):
            try:
                with db.write(town) as unit:
                    schedules.plan(unit, [HOURLY])
                return
            except Conflict:
                time.sleep(0.01)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(plan, range(8)))
    assert len(left(town)) == 1

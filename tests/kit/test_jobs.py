"""Jobs run at least once and change once; streams keep their order; what cannot be done waits for a person."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import update

from app.kit import db, job_care, jobs
from app.kit.db import Conflict, Unit
from app.kit.jobs import Change, Job
from app.kit.settling import settle
from app.kit.towns import Town
from tests.kit.jobbing import KNOWN, Do, J, ask, claim, count, done, left


@pytest.fixture
def town(empty_town: Town) -> Town:
    return empty_town


def test_a_job_changes_once_and_is_gone_with_its_change(town: Town) -> None:
    ask(town, "one")
    assert settle(town, KNOWN) == 1
    assert settle(town, KNOWN) == 0
    assert done(town) == {"one": 1}
    assert left(town) == []


def test_a_job_is_asked_for_with_the_change_or_not_at_all(town: Town) -> None:
    def change() -> None:
        with db.write(town) as unit:
            jobs.enqueue(unit, "count", Do("one"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change()
    assert left(town) == []


def test_a_job_waits_for_its_time_and_its_lane(town: Town) -> None:
    ask(town, "later", run_at=town.clock.now() + timedelta(hours=1))
    ask(town, "mail", lane="mail")
    assert claim(town) == []
    assert len(claim(town, "mail")) == 1
    town.clock.move(timedelta(hours=1))
    assert len(claim(town)) == 1


def test_what_is_claimed_is_nobody_elses_until_the_lease_is_over(town: Town) -> None:
    ask(town, "one")
    assert len(claim(town)) == 1
    assert claim(town) == []
    town.clock.move(jobs.LEASE + timedelta(seconds=1))
    assert len(claim(town)) == 1


def test_who_lost_the_lease_rolls_back(town: Town) -> None:
    ask(town, "one")
    slow = claim(town)[0]
    town.clock.move(jobs.LEASE + timedelta(seconds=1))
    fast = claim(town)[0]
    jobs.run(town, KNOWN, slow)
    assert done(town) == {}
    jobs.run(town, KNOWN, fast)
    jobs.run(town, KNOWN, slow)
    assert done(town) == {"one": 1}
    assert left(town) == []


def test_a_failure_of_who_lost_the_lease_is_nobodys(town: Town) -> None:
    ask(town, "one", "fail")
    slow = claim(town)[0]
    town.clock.move(jobs.LEASE + timedelta(seconds=1))
    claim(town)
    jobs.run(town, KNOWN, slow)
    jobs.give_back(town, slow)
    assert [row.attempts for row in left(town)] == [0]
    assert claim(town) == []


def test_a_stream_keeps_its_order(town: Town) -> None:
    for number in range(3):
        ask(town, f"a{number}", stream="a")
        ask(town, f"b{number}", stream="b")
    order = []
    while claimed := claim(town):
        assert len(claimed) == len({job.args[-4] for job in claimed}) == 2
        assert claim(town) == []
        for job in claimed:
            order.append(job.args)
            jobs.run(town, KNOWN, job)
    assert [word[-3] for word in order] == ["0", "0", "1", "1", "2", "2"]


def test_a_stream_waits_for_one_that_failed_and_others_do_not(town: Town) -> None:
    ask(town, "first", "fail", stream="a")
    ask(town, "second", stream="a")
    ask(town, "other", stream="b")
    settle(town, KNOWN)
    assert done(town) == {"other": 1}
    for _ in range(jobs.FAILURES):
        town.clock.move(timedelta(hours=1))
        settle(town, KNOWN)
    assert done(town) == {"other": 1, "second": 1}


def test_each_failure_waits_longer_and_changes_nothing(town: Town) -> None:
    ask(town, "one", "fail")
    waited = []
    for attempt in range(1, jobs.FAILURES):
        jobs.run(town, KNOWN, claim(town)[0])
        row = left(town)[0]
        assert (row.attempts, row.token, row.problem) == (attempt, None, "RuntimeError")
        assert claim(town) == []
        pause = row.run_at - town.clock.now()
        waited.append(pause)
        town.clock.move(pause + timedelta(seconds=1))
    assert waited == sorted(waited)
    assert waited[-1] > 10 * waited[0]
    assert done(town) == {}


def test_eight_failures_go_to_quarantine_and_can_be_tried_again(town: Town) -> None:
    job_id = ask(town, "one", "fail")
    for _ in range(jobs.FAILURES):
        assert quarantined(town) == []
        jobs.run(town, KNOWN, claim(town)[0])
        town.clock.move(timedelta(hours=1))
    assert claim(town) == []
    assert quarantined(town) == [(job_id, "fail", "RuntimeError")]
    with db.write(town) as unit:
        job_care.try_again(unit, job_id)
    assert quarantined(town) == []
    jobs.run(town, {"fail": Change(Do, count)}, claim(town)[0])
    assert done(town) == {"one": 1}


def test_twenty_crashes_go_to_quarantine_and_can_be_tried_again(town: Town) -> None:
    job_id = ask(town, "one")
    for _ in range(jobs.CRASHES):
        assert len(claim(town)) == 1
        town.clock.move(jobs.LEASE + timedelta(seconds=1))
    assert claim(town) == []
    assert [(found[0], found[1]) for found in quarantined(town)] == [(job_id, "count")]
    with db.write(town) as unit:
        job_care.try_again(unit, job_id)
    assert settle(town, KNOWN) == 1
    assert done(town) == {"one": 1}


def quarantined(town: Town) -> list[tuple[UUID, str, str]]:
    with db.read(town) as unit:
        return job_care.quarantined(unit)


def test_a_job_given_back_counts_neither_as_failed_nor_as_crashed(town: Town) -> None:
    ask(town, "one")
    for _ in range(30):
        jobs.give_back(town, claim(town)[0])
    assert [(row.attempts, row.crashes, row.quarantined_at) for row in left(town)] == [(0, 0, None)]


def test_a_conflict_is_tried_again_and_counts_nothing(town: Town) -> None:
    def conflict(unit: Unit, do: Do) -> None:
        raise Conflict

    ask(town, "one")
    jobs.run(town, {"count": Change(Do, conflict)}, claim(town)[0])
    assert [(row.attempts, row.crashes, row.token) for row in left(town)] == [(0, 0, None)]
    town.clock.move(timedelta(seconds=2))
    assert settle(town, KNOWN) == 1


@pytest.mark.parametrize("args", ["{}", "no json", '{"what": 7, "more": 1}'])
def test_a_job_that_nobody_knows_or_can_read_goes_to_quarantine_too(town: Town, args: str) -> None:
    job = ask(town, "one", "vanished")
    unread = ask(town, "one")
    with db.write(town) as unit:
        db.change(unit, update(db.table(Job)).where(J.id == unread).values(args=args))
    for _ in range(jobs.FAILURES):
        settle(town, KNOWN)
        town.clock.move(timedelta(hours=1))
    assert [found[0] for found in quarantined(town)] == [job, unread]


def test_a_key_makes_a_job_unique_while_it_waits(town: Town) -> None:
    ask(town, "one", key="k")
    ask(town, "two", key="k")
    assert len(left(town)) == 1
    settle(town, KNOWN)
    assert done(town) == {"one": 1}


def test_it_is_known_how_long_the_oldest_due_job_of_a_lane_waits(town: Town) -> None:
    ask(town, "one", lane="mail")
    ask(town, "later", lane="bulk", run_at=town.clock.now() + timedelta(hours=2))
    town.clock.move(timedelta(hours=1))
    with db.read(town) as unit:
        waits = job_care.oldest(unit)
    assert 3600 <= waits["mail"] < 3700
    assert waits["now"] == waits["bulk"] == 0


def test_only_lanes_in_which_something_is_due_are_asked(town: Town) -> None:
    with db.read(town) as unit:
        assert jobs.due(unit) == set()
    ask(town, "one", lane="mail")
    ask(town, "two", lane="bulk", run_at=town.clock.now() + timedelta(hours=1))
    with db.read(town) as unit:
        assert jobs.due(unit) == {"mail"}
    settle(town, KNOWN)
    with db.read(town) as unit:
        assert jobs.due(unit) == set()

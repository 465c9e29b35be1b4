"""Jobs run at least once and change once; streams keep their order; what cannot be done waits for a person."""

import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update

from app.kit import db, events, job_care, jobs, schedules
from app.kit.db import Conflict, Unit
from app.kit.events import Event, Listener
from app.kit.guard import Attempt
from app.kit.ids import new_id
from app.kit.jobs import Call, Change, Claimed, Job
from app.kit.schedules import Schedule, Tick
from app.kit.settling import settle
from app.kit.towns import Town, Towns
from app.worker import Worker
from tests.kit.windows import A, mark

J = db.table(Job).c


@dataclass(frozen=True)
class Do:
    what: str


def count(unit: Unit, do: Do) -> None:
    """A change that shows how often it was done."""
    if not db.change(unit, update(db.table(Attempt)).where(A.key == do.what.encode()).values(count=A.count + 1)):
        mark(unit, do.what)


def fail(unit: Unit, do: Do) -> None:
    count(unit, do)
    raise RuntimeError(do.what)


KNOWN: jobs.Jobs = {"count": Change(Do, count), "fail": Change(Do, fail)}


@pytest.fixture
def town(empty_town: Town) -> Town:
    return empty_town


def ask(town: Town, what: str, name: str = "count", **options: Any) -> UUID:
    with db.write(town) as unit:
        return jobs.enqueue(unit, name, Do(what), **options)


def claim(town: Town, lane: str = "now", most: int = 20) -> list[Claimed]:
    with db.claim(town) as unit:
        return jobs.claim(unit, lane, most)


def done(town: Town) -> dict[str, int]:
    with db.read(town) as unit:
        return {row.key.decode(): row.count for row in db.rows(unit, select(A.key, A.count))}


def left(town: Town) -> list[Any]:
    with db.read(town) as unit:
        return list(db.rows(unit, select(*J).order_by(J.id)))


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


# calls


@dataclass(frozen=True)
class Line:
    """What a call job did, in order."""

    said: list[str]

    def job(self, found: Any = "found", wrong: Exception | None = None) -> Call:
        def look(unit: Unit, do: Do) -> Any:
            assert not unit.writes
            self.said.append("look")
            return found

        def call(given: Any) -> str:
            assert not db.inside_unit()
            self.said.append(f"call {given}")
            if wrong:
                raise wrong
            return "answer"

        def store(unit: Unit, do: Do, outcome: Any) -> None:
            self.said.append(f"store {outcome}")
            count(unit, do)

        return Call(Do, look, call, store)


def test_a_call_speaks_with_no_unit_open_and_stores_after(town: Town) -> None:
    line = Line([])
    ask(town, "one", "speak")
    assert settle(town, {"speak": line.job()}) == 1
    assert line.said == ["look", "call found", "store answer"]
    assert done(town) == {"one": 1}


def test_a_call_with_nothing_to_do_any_more_is_over(town: Town) -> None:
    line = Line([])
    ask(town, "one", "speak")
    settle(town, {"speak": line.job(found=None)})
    assert line.said == ["look"]
    assert left(town) == []


def test_a_call_that_fails_stores_nothing_and_is_tried_again(town: Town) -> None:
    line = Line([])
    ask(town, "one", "speak")
    jobs.run(town, {"speak": line.job(wrong=OSError("away"))}, claim(town)[0])
    assert line.said == ["look", "call found"]
    assert [row.attempts for row in left(town)] == [1]
    town.clock.move(timedelta(hours=1))
    settle(town, {"speak": line.job()})
    assert done(town) == {"one": 1}


def test_the_answer_of_a_call_whose_lease_was_lost_is_not_stored_twice(town: Town) -> None:
    line = Line([])
    known = {"speak": line.job()}
    ask(town, "one", "speak")
    slow = claim(town)[0]
    town.clock.move(jobs.LEASE + timedelta(seconds=1))
    jobs.run(town, known, claim(town)[0])
    jobs.run(town, known, slow)
    assert done(town) == {"one": 1}


# listeners


@dataclass(frozen=True)
class DogFound(Event):
    case_id: UUID


@pytest.fixture
def listening() -> Any:
    """Install listeners for one test, and afterwards those of the house again."""

    def install(listeners: events.Listeners) -> Mapping[str, Change | Call]:
        return events.install(listeners)

    yield install
    events.install({})


def test_one_listener_that_fails_stops_no_other(town: Town, listening: Callable[..., jobs.Jobs]) -> None:
    heard: list[tuple[str, UUID]] = []

    def hears(unit: Unit, event: DogFound) -> None:
        heard.append(("hears", event.case_id))

    def breaks(unit: Unit, event: DogFound) -> None:
        raise RuntimeError

    known = listening(
        {DogFound: [Listener("breaks", Change(DogFound, breaks)), Listener("hears", Change(DogFound, hears))]}
    )
    first, second = new_id(), new_id()
    for case_id in (first, second):
        with db.write(town) as unit:
            events.record(unit, DogFound(case_id))
    settle(town, known)
    assert heard == [("hears", first), ("hears", second)]
    assert [row.stream for row in left(town)] == [f"breaks|{first}", f"breaks|{second}"]


# schedules


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


# workers


def test_two_workers_never_run_one_job_twice_and_keep_every_stream(town: Town) -> None:
    order: list[tuple[str, int]] = []
    lock = threading.Lock()

    def note(unit: Unit, do: Do) -> None:
        count(unit, do)
        stream, _, number = do.what.partition(" ")
        with lock:
            order.append((stream, int(number)))

    with db.write(town) as unit:
        for number in range(6):
            for stream in "abcdefgh":
                jobs.enqueue(unit, "note", Do(f"{stream} {number}"), stream=stream)
    workers = [Worker(Towns(town), {"note": Change(Do, note)}, ()) for _ in range(2)]
    threads = [threading.Thread(target=worker.run) for worker in workers]
    for thread in threads:
        thread.start()
    until = time.monotonic() + 30
    while left(town) and time.monotonic() < until:
        time.sleep(0.05)
    for worker in workers:
        worker.stop()
    for thread in threads:
        thread.join(20)
    assert left(town) == []
    assert set(done(town).values()) == {1}
    assert len(done(town)) == 48
    for stream in "abcdefgh":
        numbers = [number for each, number in order if each == stream]
        assert list(dict.fromkeys(numbers)) == sorted(set(numbers))


def test_a_town_whose_database_is_away_stops_no_other(town: Town) -> None:
    away = replace(town, name="away", database_url="postgresql://nobody@127.0.0.1:9/nowhere")
    ask(town, "one")
    worker = Worker(Towns(away, town), KNOWN, ())
    thread = threading.Thread(target=worker.run)
    thread.start()
    until = time.monotonic() + 20
    while left(town) and time.monotonic() < until:
        time.sleep(0.05)
    worker.stop()
    thread.join(20)
    assert done(town) == {"one": 1}


def test_a_worker_that_is_told_to_stop_gives_back_what_it_has_not_begun(town: Town) -> None:
    for number in range(5):
        ask(town, str(number))

    def stop(unit: Unit, do: Do) -> None:
        count(unit, do)
        worker.stop()

    worker = Worker(Towns(town), {"count": Change(Do, stop)}, ())
    worker.serve(town, "now")
    assert done(town) == {"0": 1}
    assert len(claim(town)) == 4
    assert [row.crashes for row in left(town)] == [0] * 4


def test_it_is_known_how_long_the_oldest_due_job_of_a_lane_waits(town: Town) -> None:
    ask(town, "one", lane="mail")
    ask(town, "later", lane="bulk", run_at=town.clock.now() + timedelta(hours=2))
    town.clock.move(timedelta(hours=1))
    with db.read(town) as unit:
        waits = job_care.oldest(unit)
    assert 3600 <= waits["mail"] < 3700
    assert waits["now"] == waits["bulk"] == 0

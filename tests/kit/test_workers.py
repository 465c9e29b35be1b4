"""Workers side by side: none does what another did, and none stands in another's way."""

import threading
import time
from dataclasses import replace

import pytest

from app.kit import db, jobs
from app.kit.db import Unit
from app.kit.jobs import Change
from app.kit.towns import Town, Towns
from app.worker import Worker
from tests.kit.jobbing import KNOWN, Do, ask, claim, count, done, left


@pytest.fixture
def town(empty_town: Town) -> Town:
    return empty_town


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
    until = time.monotonic() + 90
    while left(town) and time.monotonic() < until:
        time.sleep(0.05)
    for worker in workers:
        worker.stop()
    for thread in threads:
        thread.join(90)
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
    until = time.monotonic() + 90
    while left(town) and time.monotonic() < until:
        time.sleep(0.05)
    worker.stop()
    thread.join(90)
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

"""The demo's first opening: whole, once, and begun anew when it was interrupted."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlmodel import SQLModel

from app.cases.models import CaseFile, CaseReference, Draft
from app.kit import audit_seals, db, heartbeat, unfinished
from app.kit.clock import Clock
from app.kit.towns import Town
from app.wiring import demo
from app.wiring.runs.playing import plays
from tests.databases import Databases
from tests.sites import ROOT
from tests.towns import Client

HISTORY = len(plays(demo.told(), Clock().now(), demo=True))


def count(town: Town, model: type[SQLModel]) -> int:
    with db.read(town) as unit:
        return int(db.value(unit, select(func.count()).select_from(db.table(model))))


def whole(town: Town) -> bool:
    """Every run of the demo is there once, and nothing says that more is to come."""
    with db.read(town) as unit:
        begun = unfinished.since(unit, demo.OPENING)
        sealed = audit_seals.verify(unit)
    return (count(town, CaseFile), count(town, CaseReference), begun, sealed) == (HISTORY, HISTORY, None, [])


@pytest.fixture
def opens(empty_town: Town, databases: Databases, tmp_path: Path) -> Callable[[], subprocess.Popen[bytes]]:
    """A process that opens the demo in an empty town."""
    given = {"DATABASE_URL": empty_town.database_url, "BLOB_URL": empty_town.blob_url, "DEMO": "1"}
    given |= {"KEYS": str(databases.keyring()), "PYTHONPATH": str(ROOT)}

    def start() -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "app", "demo"], cwd=tmp_path, env=os.environ | given, stdout=subprocess.PIPE
        )

    return start


def test_an_opening_that_is_killed_in_the_middle_is_begun_anew(
    empty_town: Town, opens: Callable[[], subprocess.Popen[bytes]]
) -> None:
    with opens() as first:
        limit = time.monotonic() + 240
        while count(empty_town, CaseFile) < HISTORY // 2 and first.poll() is None and time.monotonic() < limit:
            time.sleep(0.01)
        first.kill()
    assert 0 < count(empty_town, CaseFile) < HISTORY
    assert not whole(empty_town)
    with opens() as second:
        assert second.stdout
        assert b"the demo town is there" in second.stdout.read()
    assert whole(empty_town)
    assert not demo.open_town(empty_town)


def test_two_that_open_the_same_town_take_turns(empty_town: Town) -> None:
    came: list[str] = []

    def second() -> None:
        with demo.alone(empty_town):
            came.append("second")

    with ThreadPoolExecutor(1) as pool:
        with demo.alone(empty_town):
            waiting = pool.submit(second)
            time.sleep(0.2)
            came.append("first")
        waiting.result(10)
    assert came == ["first", "second"]


@pytest.mark.databases("sqlite")
def test_two_that_open_the_same_town_at_once_give_it_one_history(empty_town: Town) -> None:
    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(demo.open_town, [empty_town, empty_town])) == [False, True]
    assert whole(empty_town)


@pytest.fixture
def interrupted(town: Town) -> Town:
    """A town whose opening was interrupted after its import."""
    with db.write(town) as unit:
        unfinished.begin(unit, demo.OPENING)
    return town


def test_what_somebody_did_in_a_half_opened_town_stays(interrupted: Town) -> None:
    with Client(interrupted) as guest:
        guest.post("/en/services/large-items/drafts")
    assert not demo.open_town(interrupted)
    assert count(interrupted, Draft) == 1


def test_a_half_opened_town_in_which_a_worker_works_stays_as_it_is(interrupted: Town) -> None:
    with db.write(interrupted) as unit:
        heartbeat.beat(unit, "somewhere")
    assert not demo.open_town(interrupted)
    with db.read(interrupted) as unit:
        assert heartbeat.last(unit) is not None

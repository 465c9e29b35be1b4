"""bin/run's second half: web and worker begin together, live together and end together."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from app.commands import peers
from tests.cast import EVERYBODY
from tests.databases import SEEDED, Databases
from tests.sites import ROOT, Site


def children(pid: int) -> set[int]:
    return {int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()}


def soon(true: Callable[[], bool], within: float = 60) -> bool:
    limit = time.monotonic() + within
    while not (came := true()) and time.monotonic() < limit:
        time.sleep(0.05)
    return came


def gone(pids: set[int]) -> bool:
    return soon(lambda: not any(Path(f"/proc/{pid}/stat").exists() for pid in pids))


def health(site: Site) -> dict[str, object]:
    with urlopen(f"{site.url}/healthz", timeout=10) as answer:
        found: dict[str, object] = json.load(answer)
    return found


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A town started in an empty folder, on a port that was free."""
    settings = {"PYTHONPATH": str(ROOT), "PORT": "0", "DATABASE_URL": "sqlite:///town.db", "BLOB_URL": "file:blobs"}
    settings |= {"KEYS": "keys", "DEMO": "1", "LOG_LEVEL": "info"}
    with (
        (tmp_path / "log").open("w") as log,
        subprocess.Popen(
            [sys.executable, "-m", "app", "run"],
            cwd=tmp_path,
            env=os.environ | settings,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as process,
    ):
        yield process
        process.kill()


@pytest.mark.databases("sqlite", "postgresql")
def test_a_running_town_says_that_it_is_well(site: Site) -> None:
    told = health(site)
    assert (told["database"], told["worker"]) == ("ok", "ok")
    assert set(told["lanes"]) == {"now", "mail", "bulk"}  # type: ignore[call-overload]


def test_a_process_that_dies_is_started_again(site: Site) -> None:
    before = children(site.process.pid)
    os.kill(max(before), signal.SIGKILL)
    assert soon(lambda: len(children(site.process.pid) - before) == 1)
    assert health(site)["database"] == "ok"


def test_the_log_holds_no_path_and_no_query(site: Site) -> None:
    urlopen(f"{site.url}/en/services?page=zyxcanary", timeout=10).close()
    urlopen(site.sign_in("amina"), timeout=10).close()
    assert soon(lambda: "app.identity.handlers.link.show" in site.log.read_text())
    logged = [json.loads(line) for line in site.log.read_text().splitlines()]
    assert {"handler", "ms", "town", "event"} <= logged[-1].keys()
    assert "zyxcanary" not in site.log.read_text()
    assert "/sign-in" not in site.log.read_text()


def test_a_new_town_is_ready_with_a_link_for_each_account_and_ends_at_ctrl_c(
    fresh: subprocess.Popen[str], tmp_path: Path
) -> None:
    assert fresh.stdout
    lines = []
    for line in fresh.stdout:
        lines.append(line.split())
        if line.startswith("Ready: "):
            break
    assert [key for key, *_ in lines[:-1]] == [member.key for member in EVERYBODY if member.level]
    assert all(way.startswith(lines[-1][1]) for _, way in lines[:-1])
    assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o600
    begun = children(fresh.pid)
    assert len(begun) == 2 + len(list(peers.programs()))
    fresh.send_signal(signal.SIGINT)
    assert fresh.wait(60) == 0
    assert gone(begun)
    with pytest.raises(URLError):
        urlopen(lines[-1][1], timeout=2)


def test_nothing_lives_on_when_the_parent_is_killed(databases: Databases, tmp_path: Path) -> None:
    doomed = Site(databases.clone("sqlite", SEEDED, "doomed", tmp_path), databases.keyring(), tmp_path)
    begun = children(doomed.process.pid)
    doomed.process.kill()
    assert gone(begun)
    doomed.end()


def test_a_port_in_use_is_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        told = subprocess.run(
            [sys.executable, "-m", "app", "run"],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT), "PORT": port, "DEMO": "1"},
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert told.returncode == 1
    assert told.stderr.count("\n") == 1
    assert port in told.stderr

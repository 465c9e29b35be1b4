"""What is measured on: Puerto Claro in a folder beside the town's own data, on the same file system."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from app.kit import crypto, engines, migrating
from app.kit.towns import Town
from app.wiring import demo, jobs
from bench import patterns
from bench.crowd import Crowd, fill
from tests.databases import SEEDED, Databases, begin

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Ground:
    """A seeded town and what processes of it need to know."""

    town: Town
    folder: Path

    @property
    def settings(self) -> dict[str, str]:
        return {
            "DATABASE_URL": self.town.database_url,
            "BLOB_URL": self.town.blob_url,
            "KEYS": str(self.folder / "keys"),
            "DEMO": "1",
            "LOG_LEVEL": "error",
            "WORKERS": "1",
            "HOST": "127.0.0.1",
        }


@contextmanager
def laid() -> Iterator[Ground]:
    """A town as `bin/run` makes it: migrated, imported, `synchronous=FULL`."""
    jobs.install()
    (ROOT / "var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / "var") as place:
        folder = Path(place)
        crypto.make_keyring(folder / "keys")
        town = Town(
            name="town",
            hosts=("localhost",),
            base_url="http://localhost",
            database_url=f"sqlite:///{folder / 'town.db'}",
            blob_url=f"file:{folder / 'blobs'}",
            keys=crypto.read_keyring(folder / "keys"),
            demo=True,
        )
        migrating.migrate(town)
        demo.lay(town)
        try:
            yield Ground(town, folder)
        finally:
            engines.dispose()


@contextmanager
def large(crowd: Crowd) -> Iterator[Town]:
    """A town of so many on a PostgreSQL server of its own, which goes when the block ends."""
    databases = Databases(begin(), "bench")
    try:
        with tempfile.TemporaryDirectory() as folder:
            town = databases.clone("postgresql", SEEDED, f"of_{crowd.people}", Path(folder))
            fill(town, crowd, patterns.make(town))
            yield town
            databases.put_away(town)
    finally:
        databases.end()


@contextmanager
def process(command: list[str], settings: dict[str, str], port: int, path: str = "/healthz") -> Iterator[int]:
    """A server in a process of its own, once it answers; its process id."""
    given = os.environ | settings | {"PORT": str(port)}
    started = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=given, stdout=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}{path}", started)
        yield started.pid
    finally:
        started.terminate()
        started.wait(20)


def _wait(url: str, started: subprocess.Popen[bytes]) -> None:
    for _ in range(900):
        if started.poll() is not None:
            raise RuntimeError(f"the server ended with {started.returncode}")
        try:
            with urlopen(url, timeout=5):  # noqa: S310  # own address
                return
        except OSError as problem:
            if getattr(problem, "code", None):  # it answers, be it 503 for a worker that is not there
                return
            time.sleep(0.1)
    raise RuntimeError(f"nothing answers at {url}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def cpu(pid: int) -> float:
    """Seconds of CPU that a process has used, in steps of a hundredth."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

"""Fixture: a town that runs, as `python -m app run` starts it: web and worker in processes of their own.

Python and the product are loaded once a run, by a process from which each town is forked: that takes two seconds.
"""

import json
import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

import app.__main__
from app.kit import engines
from app.kit.towns import Town
from app.wiring import links
from tests.cast import BY_KEY
from tests.databases import SEEDED, Databases

ROOT = Path(__file__).parents[1]
PATIENCE = 60
NURSERY = multiprocessing.get_context("forkserver")
NURSERY.set_forkserver_preload(["app.__main__", "app.commands.run"])


class Site:
    """`url` has no slash at its end. What the processes log is in `log`. `more`: settings beside those of each site."""

    def __init__(self, town: Town, keyring: Path, folder: Path, more: Mapping[str, str] | None = None) -> None:
        self.log = folder / "site.log"
        given = {
            "DATABASE_URL": town.database_url,
            "BLOB_URL": town.blob_url,
            "KEYS": str(keyring),
            "HOST": "127.0.0.1",
            "PORT": "0",
            "DEMO": "1",
            "LOG_LEVEL": "info",
            "OFFLINE_READING": "0",  # what a browser kept of one page would stand on another
            **(more or {}),
        }
        ways, said = NURSERY.Pipe(duplex=False)
        self.process = NURSERY.Process(target=_run, args=(given, str(self.log), said))
        self.process.start()
        said.close()
        self.ways, self.url = ways, self._ready(ways)
        self.town = town

    def _ready(self, ways: Connection) -> str:
        late = threading.Timer(PATIENCE, self.process.kill)
        late.start()
        try:
            with open(ways.fileno(), closefd=False) as lines:
                for line in lines:
                    if line.startswith("Ready: "):
                        return line.split()[1].rstrip("/")
        finally:
            late.cancel()
        raise RuntimeError(f"the site did not start:\n{self.log.read_text()}")

    def sign_in(self, key: str) -> str:
        """The address of a fresh one-time link for one of the cast."""
        return self.link_for(BY_KEY[key].email)

    def link_for(self, email: str) -> str:
        """The same for anybody who has an account."""
        way = links.mint(self.town, [email])[email]
        return self.url + way.removeprefix(self.town.base_url)

    def mailbox(self) -> list[dict[str, Any]]:
        """What went out, as /demo/mailbox.json shows it."""
        with urlopen(f"{self.url}/demo/mailbox.json", timeout=10) as answer:
            found: list[dict[str, Any]] = json.load(answer)
        return found

    def end(self) -> None:
        self.process.terminate()
        self.process.join(15)
        self.ways.close()
        if self.process.is_alive():
            self.process.kill()
            raise TimeoutError("the site did not end")


def _run(given: dict[str, str], log: str, said: Connection) -> None:
    os.environ |= given
    os.chdir(ROOT)
    with open(log, "w") as kept:
        os.dup2(kept.fileno(), 2)
    os.dup2(said.fileno(), 1)
    said.close()
    sys.exit(app.__main__.main(["run"]))


@pytest.fixture(scope="module")
def site(databases: Databases, database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Puerto Claro, running, for one file of tests."""
    folder = tmp_path_factory.mktemp("site")
    town = databases.clone(database, SEEDED, "site", folder)
    one = Site(town, databases.keyring(), folder)
    yield one
    one.end()
    databases.put_away(town)
    engines.dispose()

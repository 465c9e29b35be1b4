"""Fixture: a town that runs, as `python -m app run` starts it: web and worker in processes of their own."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from app.kit import engines
from app.kit.towns import Town
from app.wiring import links
from tests.cast import BY_KEY
from tests.databases import SEEDED, Databases

ROOT = Path(__file__).parents[1]
PATIENCE = 60


class Site:
    """`url` has no slash at its end. What the processes log is in `log`."""

    def __init__(self, town: Town, keyring: Path, folder: Path) -> None:
        self.log = folder / "site.log"
        given = {
            "DATABASE_URL": town.database_url,
            "BLOB_URL": town.blob_url,
            "KEYS": str(keyring),
            "HOST": "127.0.0.1",
            "PORT": "0",
            "DEMO": "1",
            "LOG_LEVEL": "info",
        }
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "app", "run"],
                cwd=ROOT,
                env=os.environ | given,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        self.url = self._ready()
        self.town = town

    def _ready(self) -> str:
        assert self.process.stdout
        late = threading.Timer(PATIENCE, self.process.kill)
        late.start()
        try:
            for line in self.process.stdout:
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
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        finally:
            if self.process.stdout:
                self.process.stdout.close()


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

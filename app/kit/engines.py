"""SQLAlchemy engines: for SQLite eight readers and one writer a town; for PostgreSQL one pool for all towns."""

from functools import cache
from pathlib import Path
from sqlite3 import Connection as SQLite
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url

from app.kit.readers import Readers

READERS, WRITERS, APART = 8, 8, 2
ASIDE = 2
"""Beside the readers of an SQLite town: for what looks at its file outside of any unit."""


def is_sqlite(url: str) -> bool:
    return url.startswith("sqlite")


def sqlite_path(url: str) -> Path:
    """Where the file of an SQLite town lies."""
    return Path(str(make_url(url).database))


@cache
def engine(url: str, kind: str) -> Engine:
    """`kind` is read, write or apart. PostgreSQL reads and writes share one pool; `apart` never waits for it."""
    if is_sqlite(url):
        return _sqlite(url, kind)
    return _postgresql(url, "apart" if kind == "apart" else "all")


def readers(url: str) -> Readers:
    """Of an SQLite town: its read engine's connections, kept open."""
    made = _readers.get(url)
    return made or _readers.setdefault(url, Readers(engine(url, "read"), READERS))


def dispose() -> None:
    """Close every connection: before a fork, and at the end of a test."""
    for kept in _readers.values():
        kept.close()
    for made in _made:
        made.dispose()


def forget(url: str) -> None:
    """Close the connections to a database that goes away."""
    if url in _readers:
        _readers[url].close()
    for kind in ("read", "write", "apart"):
        engine(url, kind).dispose()


_made: list[Engine] = []
_readers: dict[str, Readers] = {}


def _sqlite(url: str, kind: str) -> Engine:
    sqlite_path(url).parent.mkdir(parents=True, exist_ok=True)
    size = READERS if kind == "read" else 1
    made = create_engine(
        url,
        pool_size=size,
        max_overflow=ASIDE if kind == "read" else 0,
        pool_timeout=30,
        hide_parameters=True,
        connect_args={"check_same_thread": False},
    )

    @event.listens_for(made, "connect")
    def connected(connection: SQLite, _: Any) -> None:
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=1000"):
            connection.execute(f"PRAGMA {pragma}")
        if kind == "read":
            connection.execute("PRAGMA query_only=ON")

    if kind != "read":

        @event.listens_for(made, "begin")
        def begin(connection: Connection) -> None:
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    _made.append(made)
    return made


@cache
def _postgresql(url: str, kind: str) -> Engine:
    target = make_url(url).set(drivername="postgresql+psycopg")
    size = APART if kind == "apart" else WRITERS
    made = create_engine(target, pool_size=size, max_overflow=0, pool_timeout=30, hide_parameters=True)

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        schema = connection.get_execution_options().get("town")
        place = f'; SET LOCAL search_path TO "{schema}"' if schema else ""
        connection.exec_driver_sql(f"SET LOCAL lock_timeout TO 2000{place}")

    _made.append(made)
    return made

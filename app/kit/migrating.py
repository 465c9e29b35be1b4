"""Bringing a town's database to the newest schema, in one transaction. Import this where it is used: Alembic is slow.

There is no way back down: what is in the database is backed up before it is changed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, NullPool, create_engine, event, make_url, text

from app.kit import backups, schema
from app.kit.engines import is_sqlite, sqlite_path
from app.kit.towns import Town

LOCK = 7_307_283_141
"""Two programs that migrate the same PostgreSQL database at once take turns by this number."""


def migrate(town: Town, *, backed_up: bool = False) -> str | None:
    """Bring one town to the newest schema; the number it has now, or None when there was nothing to do. What it holds
    is backed up first, unless somebody has done that already; raises NoBackup when it cannot be."""
    with connected(town) as connection:
        if _version(town, connection) == schema.newest():
            return None
    if not backed_up:
        backups.make(town)
    with connected(town) as connection, connection.begin():
        if not is_sqlite(town.database_url):
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            connection.execute(text(f'CREATE SCHEMA IF NOT EXISTS "{town.name}"'))
        command.upgrade(config(connection=connection), "head")
        if is_sqlite(town.database_url) and (broken := connection.execute(text("PRAGMA foreign_key_check")).all()):
            raise RuntimeError(f"the migration left {len(broken)} rows that point nowhere")
    return schema.newest()


def config(**attributes: Any) -> Config:
    """Alembic's settings; `connection` and `metadata` travel to migrations/env.py."""
    made = Config()
    made.set_main_option("script_location", str(schema.MIGRATIONS))
    made.set_main_option("path_separator", "os")
    made.attributes.update(attributes)
    return made


@contextmanager
def connected(town: Town) -> Iterator[Connection]:
    """A connection of its own in the town's schema. SQLite checks foreign keys at the end only: tables are rebuilt."""
    sqlite = is_sqlite(town.database_url)
    url = make_url(town.database_url)
    if sqlite:
        sqlite_path(town.database_url).parent.mkdir(parents=True, exist_ok=True)
    made = create_engine(url if sqlite else url.set(drivername="postgresql+psycopg"), poolclass=NullPool)

    @event.listens_for(made, "connect")
    def opened(connection: Any, _: Any) -> None:
        if sqlite:
            connection.isolation_level = None
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA busy_timeout=10000")

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if sqlite else f'SET LOCAL search_path TO "{town.name}"')

    with made.connect() as connection:
        if not sqlite:
            connection.dialect.default_schema_name = town.name
        yield connection


def _version(town: Town, connection: Connection) -> str | None:
    return schema.version(connection, None if is_sqlite(town.database_url) else town.name)

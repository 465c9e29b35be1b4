"""Which schema a database has, and which one this program knows. Light: Alembic is imported where it migrates."""

import logging
import time
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from app.kit import db, engines
from app.kit.engines import is_sqlite, sqlite_path
from app.kit.towns import Town

MIGRATIONS = Path(__file__).parent / "migrations"
VERSIONS = MIGRATIONS / "versions"
PATIENCE, PAUSE = 60.0, 0.5
"""Seconds that a process which begins waits for its database, and between two questions."""

log = logging.getLogger(__name__)


class Unknown(Exception):
    """The database has a schema that this program cannot serve; the message is one sentence."""


class NoBackup(Exception):
    """There is something to lose and no copy of it, so nothing was changed; the message is one sentence."""


def newest() -> str:
    """The number of the newest migration, such as 0001."""
    return max(file.name[:4] for file in VERSIONS.glob("[0-9]*.py"))


def current(town: Town) -> str | None:
    """The number of the migration a town's database stands at; None before the first."""
    sqlite = is_sqlite(town.database_url)
    if sqlite and not sqlite_path(town.database_url).exists():
        return None
    with engines.engine(town.database_url, "read").connect() as connection:
        return version(connection, None if sqlite else town.name)


def version(connection: Connection, schema: str | None) -> str | None:
    """The number that a database carries in this schema (None: the only one it has)."""
    if not inspect(connection).has_table("alembic_version", schema=schema):
        return None
    place = f'"{schema}".alembic_version' if schema else "alembic_version"
    found = connection.execute(text(f"SELECT version_num FROM {place}")).scalar()  # noqa: S608  # a slug of ours
    return None if found is None else str(found)


def insist(town: Town) -> None:
    """Raise Unknown unless the town's database has exactly the schema that this program knows."""
    found, known = current(town), newest()
    if found is None:
        raise Unknown(f"The database of {town.name} is empty: run python -m app migrate.")
    if found < known:
        raise Unknown(f"The database of {town.name} has schema {found}, not {known}: run python -m app migrate.")
    if found > known:
        raise Unknown(f"The database of {town.name} has schema {found}; this program is older and knows only {known}.")


def await_known(town: Town) -> None:
    """Insist, but wait a minute for a database that does not answer: after a power cut everything begins at once."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return insist(town)
        except DBAPIError as problem:
            if is_sqlite(town.database_url) or not db.is_away(problem) or time.monotonic() > until:
                raise
            reason = str(problem.orig).partition("\n")[0]
            log.warning("the database does not answer; waiting", extra={"town": town.name, "reason": reason})
        time.sleep(PAUSE)

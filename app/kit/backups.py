"""A copy of a town's database before it is changed: the file of an SQLite town, a dump of a PostgreSQL schema."""

import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from psycopg.conninfo import make_conninfo
from sqlalchemy import text

from app.kit import engines, schema
from app.kit.engines import is_sqlite, sqlite_path
from app.kit.schema import NoBackup
from app.kit.towns import Town

PLACES = ("/usr/lib/postgresql/{}/bin", "/usr/pgsql-{}/bin", "/opt/homebrew/opt/postgresql@{}/bin")
"""Where the programs of one version of PostgreSQL are installed without being on the PATH."""
MAY_ASK = text("SELECT has_function_privilege('pg_config()', 'execute')")
BESIDE = text("SELECT setting FROM pg_config WHERE name = 'BINDIR'")
NUMBER = text("SELECT current_setting('server_version_num')")


def make(town: Town) -> Path | None:
    """Back a town up; the file, or None when its database holds nothing yet. Raises NoBackup."""
    if (old := schema.current(town)) is None:
        return None
    stamp = f"{old}-{town.clock.now():%Y%m%dT%H%M%S}"
    return _copy(town, stamp) if is_sqlite(town.database_url) else _dump(town, stamp)


def _copy(town: Town, stamp: str) -> Path:
    """Beside the file of the town."""
    file = sqlite_path(town.database_url)
    copy = file.with_name(f"{file.name}.{stamp}.backup")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    return copy


def _dump(town: Town, stamp: str) -> Path:
    """Into the folder that BACKUPS names, for its owner's eyes only; half a dump is no dump."""
    program = _program(town)
    target = town.backups / f"{town.name}.{stamp}.dump"
    part = target.with_suffix(".part")
    try:
        town.backups.mkdir(mode=0o700, parents=True, exist_ok=True)
        where, secret = address(town)
        what = ("--format=custom", f'--schema="{town.name}"', f"--file={part}", f"--dbname={where}")
        done = subprocess.run(
            [program, "--no-password", *what],
            env=os.environ | secret, umask=0o077, capture_output=True, text=True, check=False,
        )  # fmt: skip
    except OSError as problem:
        raise NoBackup(_failed(town, problem.strerror or type(problem).__name__)) from None
    if done.returncode:
        part.unlink(missing_ok=True)
        raise NoBackup(_failed(town, done.stderr.strip().partition("\n")[0]))
    return part.rename(target)


def _failed(town: Town, reason: str) -> str:
    return f"{town.name} could not be backed up, so nothing was changed: {reason.rstrip('.')}."


def address(town: Town) -> tuple[str, dict[str, str]]:
    """Where the database is, as PostgreSQL's programs understand it; the password apart, since everybody on a machine
    can read how a program was called."""
    made = engines.engine(town.database_url, "read")
    _, given = made.dialect.create_connect_args(made.url)
    plain = {name: value for name, value in given.items() if isinstance(value, str | int) and name != "password"}
    return make_conninfo("", **plain), {"PGPASSWORD": made.url.password} if made.url.password else {}


def _program(town: Town) -> Path:
    """A pg_dump that is not older than the server; an older one refuses to work."""
    with engines.engine(town.database_url, "read").connect() as connection:
        server = int(connection.execute(NUMBER).scalar_one()) // 10_000
        beside = connection.execute(BESIDE).scalar() if connection.execute(MAY_ASK).scalar_one() else None
    for program in _programs(server, beside):
        if _version(program) >= server:
            return program
    raise NoBackup(
        f"{town.name} holds something and no pg_dump {server} is here to back it up, so nothing was changed: install "
        f"the client programs of PostgreSQL {server}, or back it up yourself and run "
        "python -m app migrate --backed-up."
    )


def _programs(server: int, beside: str | None) -> Iterator[Path]:
    folders = [*([beside] if beside else []), *(place.format(server) for place in PLACES)]
    for folder in (*folders, None):
        if found := shutil.which("pg_dump", path=folder):
            yield Path(found)


def _version(program: Path) -> int:
    """The number of the release, 0 when it does not say."""
    try:
        told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return 0
    number = re.search(r"(\d+)", told)
    return int(number[1]) if number else 0

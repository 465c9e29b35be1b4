"""What a town holds is backed up before its schema changes, on both databases, or nothing is changed."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import LiteralString

import psycopg
import pytest
from psycopg.sql import SQL, Identifier
from sqlalchemy import func, make_url, select

from app.kit import backups, db, engines, migrating, schema
from app.kit.schema import NoBackup
from app.kit.towns import Town
from app.people.models import Person
from tests.databases import SEEDED, Databases

LATER = '''"""Later."""
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9999", "{0}", None, None


def upgrade() -> None:
    op.create_table("later", sa.Column("id", sa.Uuid(), primary_key=True))
'''


@pytest.fixture
def kept(town: Town, tmp_path: Path) -> Town:
    """A town that is backed up into a folder of its own."""
    return replace(town, backups=tmp_path / "kept")


@pytest.fixture
def later(kept: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A migration that comes after this town was made; its number."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9999_later.py").write_text(LATER.format(schema.newest()))
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    monkeypatch.setattr(schema, "VERSIONS", folder / "versions")
    return "9999"


def people(town: Town) -> int:
    with db.read(town) as unit:
        return int(db.value(unit, select(func.count()).select_from(db.table(Person))))


@pytest.mark.databases("sqlite")
def test_an_sqlite_town_is_copied_beside_its_file(kept: Town, later: str) -> None:
    before, was = people(kept), schema.current(kept)
    assert migrating.migrate(kept) == later
    file = engines.sqlite_path(kept.database_url)
    [copy] = file.parent.glob(f"{file.name}.{was}-*.backup")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM person").fetchone() == (before,)
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (was,)
    copy.unlink()


@pytest.fixture
def elsewhere(kept: Town, databases: Databases, database: str, tmp_path: Path) -> str:
    """Another database on the same server, with nothing in it; its address."""
    made = databases.clone(database, SEEDED, "elsewhere", tmp_path)
    with psycopg.connect(made.database_url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA town CASCADE")
    return made.database_url


@pytest.mark.databases("postgresql")
def test_a_schema_is_dumped_and_comes_back_whole(kept: Town, later: str, elsewhere: str) -> None:
    before, was = people(kept), schema.current(kept)
    assert migrating.migrate(kept) == later
    [dump] = kept.backups.iterdir()
    assert dump.name.startswith(f"town.{was}-")
    assert dump.stat().st_mode & 0o777 == 0o600
    subprocess.run([program(kept, "pg_restore"), f"--dbname={elsewhere}", dump], check=True, capture_output=True)
    restored = replace(kept, database_url=elsewhere)
    assert schema.current(restored) == was
    assert people(restored) == before > 5


def program(town: Town, name: str) -> Path:
    """A program beside the server's own."""
    with engines.engine(town.database_url, "read").connect() as connection:
        return Path(str(connection.execute(backups.BESIDE).scalar_one())) / name


def test_nothing_is_backed_up_where_nothing_is_to_be_changed(kept: Town) -> None:
    assert migrating.migrate(kept) is None
    assert not kept.backups.exists()


@pytest.mark.databases("postgresql")
def test_a_town_that_is_made_needs_no_backup(kept: Town) -> None:
    fresh = replace(kept, name="fresh")
    assert migrating.migrate(fresh) == schema.newest()
    assert not kept.backups.exists()


@pytest.mark.databases("postgresql")
def test_a_backup_that_fails_stops_the_migration_and_leaves_no_half_one(kept: Town, later: str) -> None:
    was = schema.current(kept)
    kept.backups.mkdir()
    (kept.backups / "nothing").write_text("")
    broken = replace(kept, backups=kept.backups / "nothing")
    with pytest.raises(NoBackup, match=r"^town could not be backed up, so nothing was changed: .+\.$"):
        migrating.migrate(broken)
    assert schema.current(kept) == was


@pytest.mark.databases("postgresql")
def test_a_password_is_not_said_where_everybody_on_the_machine_can_read_it(kept: Town) -> None:
    url = "postgresql://anna:zyx%20canary@db.example:6432/towns?sslmode=require"
    said, secret = backups.address(replace(kept, database_url=url))
    assert secret == {"PGPASSWORD": "zyx canary"}
    assert "canary" not in said
    assert dict(part.split("=") for part in said.split()) == {
        "user": "anna", "host": "db.example", "port": "6432", "dbname": "towns", "sslmode": "require",
    }  # fmt: skip


@pytest.fixture
def without(kept: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
    """The same town, where PostgreSQL's programs cannot be found: its user may not ask the server where they are, and
    the only one on the PATH is too old."""
    old = tmp_path / "bin" / "pg_dump"
    old.parent.mkdir()
    old.write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.24'\n")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", str(old.parent))
    monkeypatch.setattr(backups, "PLACES", ())
    url = make_url(kept.database_url)
    role, database = f"clerk_{os.getpid()}", str(url.database)
    as_postgres(
        kept,
        "CREATE ROLE {0} LOGIN; GRANT CREATE ON DATABASE {1} TO {0}; GRANT ALL ON SCHEMA town TO {0}; "
        "GRANT ALL ON ALL TABLES IN SCHEMA town TO {0}",
        role, database,
    )  # fmt: skip
    town = replace(kept, database_url=url.set(username=role).render_as_string(hide_password=False))
    yield town
    engines.forget(town.database_url)
    as_postgres(kept, "REASSIGN OWNED BY {0} TO CURRENT_USER; DROP OWNED BY {0}; DROP ROLE {0}", role)


def as_postgres(town: Town, statements: LiteralString, *names: str) -> None:
    with psycopg.connect(town.database_url, autocommit=True) as connection:
        connection.execute(SQL(statements).format(*map(Identifier, names)))


@pytest.mark.databases("postgresql")
def test_without_pg_dump_nothing_is_changed_and_it_says_what_to_do(without: Town, later: str) -> None:
    was = schema.current(without)
    with pytest.raises(NoBackup) as raised:
        migrating.migrate(without)
    said = str(raised.value)
    assert "install the client programs of PostgreSQL 18" in said
    assert "migrate --backed-up" in said
    assert schema.current(without) == was


@pytest.mark.databases("postgresql")
def test_whoever_has_a_backup_says_so(without: Town, later: str) -> None:
    assert migrating.migrate(without, backed_up=True) == later
    assert not without.backups.exists()

"""Writing a large town into PostgreSQL quickly: by COPY in several processes, before the indexes are made.

No foreign key is looked up for each line: what is written refers to what is written with it.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any, TypeAlias

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from app.kit.towns import Town

BATCH = 2_000
AT_ONCE = 2
"""Statements that run at a time."""
Query: TypeAlias = str | sql.Composed

CONSTRAINTS = """
    SELECT conrelid::regclass::text, conname, contype::text, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE contype IN ('p', 'u', 'f')
    AND (conrelid = ANY(%(these)s::regclass[]) OR confrelid = ANY(%(these)s::regclass[]))
"""
INDEXES = """
    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
    WHERE indrelid = ANY(%s::regclass[]) AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
"""


def connect(town: Town) -> psycopg.Connection[Any]:
    plain = make_url(town.database_url).set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(plain, autocommit=True, options=f"-c search_path={town.name}")


@contextmanager
def bare(town: Town, tables: Iterable[str]) -> Iterator[None]:
    """No index and no constraint of these tables stands while the block writes. They are made again as a restored dump
    makes them, and the database looks at what it holds."""
    with connect(town) as connection:
        constraints = connection.execute(CONSTRAINTS, {"these": list(tables)}).fetchall()
        indexes = connection.execute(INDEXES, [list(tables)]).fetchall()
        for table, name, _, _ in sorted(constraints, key=lambda row: row[2] != "f"):
            connection.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        for name, _ in indexes:
            connection.execute(f"DROP INDEX {name}")
    yield
    made = {kind: [] for kind in "puf"}
    for table, name, kind, said in constraints:
        made[kind].append(f"ALTER TABLE {table} ADD CONSTRAINT {name} {said}")
    run(town, made["p"] + made["u"] + [said for _, said in indexes])
    with connect(town) as connection:
        for statement in made["f"]:
            connection.execute(f"{statement} NOT VALID")
        connection.execute("VACUUM ANALYZE")


def run(town: Town, statements: Sequence[Query], values: Mapping[str, Any] | None = None) -> None:
    """Some at a time, each on a connection of its own."""

    def one(statement: Query) -> None:
        with connect(town) as connection:
            connection.execute("SET maintenance_work_mem = '1GB'")
            connection.execute("SET session_replication_role = replica")
            connection.execute(statement, values)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(one, statements))


def spread(total: int, processes: int, write: Callable[[range], None]) -> None:
    """Have each process write its share of so many."""
    share = max(1, -(-total // processes))
    fork = get_context("fork")
    parts = [range(start, min(start + share, total)) for start in range(0, total, share)]
    running = [fork.Process(target=write, args=(part,)) for part in parts]
    for process in running:
        process.start()
    for process in running:
        process.join()
    if any(process.exitcode for process in running):
        raise RuntimeError("the town could not be filled")


def write(town: Town, numbers: range, rows: Callable[[int, random.Random], Iterator[tuple[str, str]]]) -> None:
    """All rows of these numbers: each a table with its columns, and a line for COPY."""
    chance = random.Random(numbers.start)  # noqa: S311  # no secret
    with connect(town) as connection:
        connection.execute("SET session_replication_role = replica")
        for start in range(numbers.start, numbers.stop, BATCH):
            tables: dict[str, list[str]] = {}
            for number in range(start, min(start + BATCH, numbers.stop)):
                for table, line in rows(number, chance):
                    tables.setdefault(table, []).append(line)
            for heading, lines in tables.items():
                with connection.cursor().copy(f"COPY {heading} FROM STDIN") as copy:
                    copy.write("".join(lines))

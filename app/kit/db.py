"""Units of work: one town, one transaction, one commit.

GET handlers get a read unit, POST handlers a write unit, and what must survive a rollback a unit apart.
Units never nest: SQLite's one writer would wait for itself.
"""

import fcntl
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, Executable, Table
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlmodel import SQLModel

from app.kit import plans
from app.kit.engines import engine, is_sqlite, readers, sqlite_path
from app.kit.plans import AnyRow, AnySelect
from app.kit.towns import Town


class Conflict(Exception):
    """Another writer was faster; the whole unit may be tried again."""


class Nested(RuntimeError):
    """A unit was opened inside another."""


@dataclass
class Unit:
    """One transaction in one town. `now` stands still while it is open; `afterwards` runs after the commit; `known` is
    what was learnt in it and ends with it."""

    town: Town
    connection: Connection
    now: datetime
    writes: bool
    afterwards: list[Callable[[], None]] = field(default_factory=list)
    known: dict[Any, Any] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The civil day in the town's zone."""
        return self.now.astimezone(ZoneInfo(self.town.zone)).date()


_open: ContextVar[bool] = ContextVar("unit_open", default=False)
_turns: dict[str, threading.Lock] = {}
_turns_lock = threading.Lock()
_RETRIED = {"40001", "40P01", "55P03", "23505"}
_AWAY = ("08", "53", "57P", "58")
_AWAY_SQLITE = ("SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_FULL")
_RETRIED_SQLITE = ("SQLITE_BUSY", "SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_UNIQUE")


def inside_unit() -> bool:
    """Whether this thread holds a transaction open (no network then)."""
    return _open.get()


def read(town: Town) -> AbstractContextManager[Unit]:
    """A consistent snapshot that cannot write."""
    return _unit(town, "read", "REPEATABLE READ")


def write(town: Town) -> AbstractContextManager[Unit]:
    """A transaction that commits when the block ends, or raises Conflict when it should be tried again."""
    return _unit(town, "write", "REPEATABLE READ")


def apart(town: Town) -> AbstractContextManager[Unit]:
    """A short write of its own, on connections of its own: limits, looks."""
    return _unit(town, "apart", "READ COMMITTED")


def claim(town: Town) -> AbstractContextManager[Unit]:
    """A write at READ COMMITTED, for taking jobs with SKIP LOCKED."""
    return _unit(town, "write", "READ COMMITTED")


@contextmanager
def _unit(town: Town, kind: str, isolation: str) -> Iterator[Unit]:
    if _open.get():
        raise Nested("a unit of work is already open here")
    mark = _open.set(True)
    writes = kind != "read"
    turn = _turn(town.database_url) if writes and is_sqlite(town.database_url) else nullcontext()
    try:
        with turn, _begun(town, kind, isolation) as connection:
            unit = Unit(town, connection, town.clock.now(), writes)
            yield unit
            if writes:
                connection.commit()
    except DBAPIError as problem:
        if _may_retry(problem):
            raise Conflict(type(problem.orig).__name__) from problem
        raise
    finally:
        _open.reset(mark)


def _begun(town: Town, kind: str, isolation: str) -> AbstractContextManager[Connection]:
    if kind == "read" and is_sqlite(town.database_url):
        return readers(town.database_url).snapshot()
    return _connected(_bind(town.name, town.database_url, kind, isolation))


@contextmanager
def _connected(bound: Engine) -> Iterator[Connection]:
    with bound.connect() as connection:
        connection.begin()
        yield connection


@cache
def _bind(name: str, url: str, kind: str, isolation: str) -> Engine:
    made = engine(url, kind)
    if is_sqlite(url):
        return made
    return made.execution_options(town=name, isolation_level=isolation, postgresql_readonly=kind == "read")


@contextmanager
def _turn(url: str) -> Iterator[None]:
    """One writer at a time: a lock inside the process, a file lock between processes (fairer than SQLite's own)."""
    with _turns_lock:
        lock = _turns.setdefault(url, threading.Lock())
    with lock, open(f"{sqlite_path(url)}.turn", "a") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield


def _may_retry(problem: DBAPIError) -> bool:
    if getattr(problem.orig, "sqlstate", None) in _RETRIED:
        return True
    name = getattr(problem.orig, "sqlite_errorname", "") or ""
    return name.startswith(_RETRIED_SQLITE)


def is_away(problem: DBAPIError) -> bool:
    """Whether the database cannot be reached or read at all, which is nobody's mistake in a question."""
    name = getattr(problem.orig, "sqlite_errorname", None)
    if name is not None:
        return str(name).startswith(_AWAY_SQLITE)
    state = getattr(problem.orig, "sqlstate", None)
    return isinstance(problem, OperationalError) and (state is None or state.startswith(_AWAY))


def table(model: type[SQLModel]) -> Table:
    """The Core table of a model: rows come without entities, and mypy can follow."""
    return SQLModel.metadata.tables[str(model.__tablename__)]


def rows(unit: Unit, statement: AnySelect, **params: Any) -> Sequence[AnyRow]:
    """A snapshot stands still: a unit that only reads asks each question once."""
    if unit.writes:
        return plans.ask(unit.connection, statement, params)
    asked = (statement, *(tuple(value) if isinstance(value, list) else value for value in params.values()))
    found: Sequence[AnyRow] | None = unit.known.get(asked)
    if found is None:
        found = unit.known[asked] = plans.ask(unit.connection, statement, params)
    return found


def row(unit: Unit, statement: AnySelect, **params: Any) -> AnyRow | None:
    found = rows(unit, statement, **params)
    return found[0] if found else None


def value(unit: Unit, statement: AnySelect, **params: Any) -> Any:
    """The first column of the first row, or None."""
    found = rows(unit, statement, **params)
    return found[0][0] if found else None


def add(unit: Unit, model: type[SQLModel], **values: Any) -> None:
    """Insert one row; id, times and states are given, since Core knows no default factories."""
    unit.connection.execute(table(model).insert(), values)


def change(unit: Unit, statement: Executable, **params: Any) -> int:
    """Run an update or a delete; how many rows it met."""
    return int(unit.connection.execute(statement, params).rowcount)


__all__ = [
    "AnyRow",
    "AnySelect",
    "Conflict",
    "IntegrityError",
    "Nested",
    "Unit",
    "add",
    "apart",
    "change",
    "claim",
    "inside_unit",
    "is_away",
    "read",
    "row",
    "rows",
    "table",
    "value",
    "write",
]

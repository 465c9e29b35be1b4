"""A SELECT compiled once for a database: its words, how values go in, how rows come out.

SQLAlchemy writes the SQL and knows the types. What it does around each execution costs more than most of our questions
take to answer, so a plan goes to the driver by itself, in the transaction that SQLAlchemy opened. A statement that
comes a second time is a constant and gets a plan; one that was made for this once is left to SQLAlchemy.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias, cast
from weakref import WeakKeyDictionary

from sqlalchemy import BindParameter, Connection, Dialect, Select, Uuid
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeEngine

AnyRow: TypeAlias = Any
"""A named tuple: columns by name or in order."""
AnySelect: TypeAlias = Select[*tuple[Any, ...]]
Process: TypeAlias = Callable[[Any], Any] | None

IDS = 4096
_LISTS = (list, tuple)

Lengths: TypeAlias = tuple[tuple[str, int], ...]
_plans: "WeakKeyDictionary[AnySelect, dict[tuple[str, Lengths], Plan]]" = WeakKeyDictionary()
"""By statement, then by database and by the lengths of its lists."""


@dataclass(frozen=True)
class Plan:
    """`values` are (parameter, its place in a list or None, its processor) in the order of the placeholders; `named`
    their names where the driver takes names. `constants` stand in the statement itself; `readers` are (column, its
    processor)."""

    sql: str
    values: tuple[tuple[str, int | None, Process], ...]
    named: tuple[str, ...] | None
    constants: Mapping[str, Any]
    readers: tuple[tuple[int, Callable[[Any], Any]], ...]
    make: Callable[[Sequence[Any]], AnyRow]


def ask(connection: Connection, statement: AnySelect, params: Mapping[str, Any]) -> list[AnyRow]:
    """All rows. `params` fill the statement's parameters, a list or tuple those of an IN."""
    plan = _plan(statement, connection.dialect, params)
    if plan is None:
        return list(connection.execute(statement, dict(params)).all())
    given = {**plan.constants, **params} if plan.constants else params
    found = _fetch(connection, plan, [_value(given, *wanted) for wanted in plan.values])
    if not plan.readers:
        return [plan.make(row) for row in found]
    return [plan.make(_read(plan, row)) for row in found]


def _value(given: Mapping[str, Any], name: str, at: int | None, process: Process) -> Any:
    value = given[name] if at is None else given[name][at]
    return process(value) if process else value


def _fetch(connection: Connection, plan: Plan, values: Sequence[Any]) -> Sequence[Any]:
    cursor = connection.connection.cursor()
    try:
        cursor.execute(plan.sql, values if plan.named is None else dict(zip(plan.named, values, strict=True)))
        return cursor.fetchall()
    except connection.dialect.loaded_dbapi.Error as problem:
        raise DBAPIError.instance(
            plan.sql, None, problem, connection.dialect.loaded_dbapi.Error, hide_parameters=True
        ) from problem
    finally:
        cursor.close()


def _read(plan: Plan, row: Sequence[Any]) -> Sequence[Any]:
    cells = list(row)
    for at, process in plan.readers:
        cells[at] = process(cells[at])
    return cells


def _plan(statement: AnySelect, dialect: Dialect, params: Mapping[str, Any]) -> Plan | None:
    """None the first time."""
    known = _plans.get(statement)
    if known is None:
        _plans[statement] = {}
        return None
    lengths = tuple([(name, len(value)) for name, value in params.items() if type(value) in _LISTS])
    wanted = (dialect.name, lengths)
    plan = known.get(wanted)
    if plan is None:
        plan = known[wanted] = _compiled(statement, dialect, lengths)
    return plan


def _compiled(statement: AnySelect, dialect: Dialect, lengths: Lengths) -> Plan:
    compiled: Any = statement.compile(dialect=dialect)
    binds: dict[str, BindParameter[Any]] = compiled.binds
    constants = {name: bind.effective_value for name, bind in binds.items() if not bind.required}
    lists = {name: [None] * length for name, length in lengths}
    if unlisted := [name for name, bind in binds.items() if bind.expanding and name not in {**constants, **lists}]:
        raise TypeError(f"{', '.join(unlisted)}: give a list or a tuple")
    state = compiled.construct_expanded_state({**dict.fromkeys(binds), **constants, **lists})
    places: dict[str, tuple[str, int | None]] = {
        part: (name, at) for name, parts in state.parameter_expansion.items() for at, part in enumerate(parts)
    }
    order = state.positiontup if state.positiontup is not None else list(state.parameters)
    wanted = [places.get(part, (part, None)) for part in order]
    columns = [column.type for column in statement.selected_columns]
    readers = [(at, _out(kind, dialect)) for at, kind in enumerate(columns)]
    return Plan(
        sql=state.statement,
        values=tuple((name, at, _in(binds[name].type, dialect)) for name, at in wanted),
        named=None if state.positiontup is not None else tuple(order),
        constants=constants,
        readers=tuple((at, process) for at, process in readers if process is not None),
        make=_row_type(statement),
    )


def _row_type(statement: AnySelect) -> Callable[[Sequence[Any]], AnyRow]:
    named = cast(Any, namedtuple)("Row", statement.selected_columns.keys(), rename=True)
    made: Callable[[Sequence[Any]], AnyRow] = named._make
    return made


def _in(kind: TypeEngine[Any], dialect: Dialect) -> Process:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _out(kind: TypeEngine[Any], dialect: Dialect) -> Process:
    """The same ids come again and again, line by line and request by request."""
    read = kind.dialect_impl(dialect).result_processor(dialect, None)
    return lru_cache(IDS)(read) if read and isinstance(kind, Uuid) else read

"""A town of any size on PostgreSQL: people, and cases copied from patterns under keys, ids and references of their own.

Rows are written by COPY, without foreign keys being looked up: what is copied refers to what is copied with it.
"""

import json
import os
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from multiprocessing import get_context
from types import MappingProxyType
from typing import Any
from uuid import UUID

import psycopg
from sqlalchemy import make_url

from app.cases.moving import NEVER
from app.kit import crypto, engines, ids, keys
from app.kit.towns import Town
from bench.patterns import Line, Pattern, Patterns, where

YEARS = timedelta(days=5 * 365)
WEEKS = timedelta(days=60)
"""How far back cases go, closed and open ones."""
HERS = 60
"""Open cases that one clerk has, however large the town."""
BATCH = 2_000
TRIES, SPREAD = 64, 11_400_714_819
"""Odd, so that numbers apart stay apart."""


@dataclass(frozen=True)
class Crowd:
    """How many people, how many cases they have, and how many of those are still open."""

    people: int
    cases: int
    open: int

    def pattern(self, patterns: Patterns, number: int) -> Pattern:
        """The cases are written in the order in which they came: the open ones last."""
        place = number - (self.cases - self.open)
        if place < 0:
            return patterns.closed
        if place < HERS:
            return patterns.taken
        return patterns.waiting if place % 4 == 0 else patterns.new

    @staticmethod
    def reference(number: int) -> str:
        """One that no other number has: so many drawn by lot would meet."""
        drawn = ((number * TRIES + turn) * SPREAD % 32**7 for turn in range(TRIES))
        value = next(value for value in drawn if value % 37 < 32)
        code = "".join(ids.ALPHABET[value >> 5 * place & 31] for place in reversed(range(7)))
        return f"VC-{code[:4]}-{code[4:]}{ids.CHECKS[value % 37]}"

    def received(self, number: int, now: datetime) -> datetime:
        shut = self.cases - self.open
        if number < shut:
            return now - WEEKS - YEARS * (1 - number / shut)
        return now - WEEKS * (1 - (number - shut) / max(1, self.open))


def fill(town: Town, crowd: Crowd, patterns: Patterns, processes: int = 2) -> None:
    """Write so many people and cases into a town on PostgreSQL, and have the database look at what it holds."""
    engines.dispose()
    _spread(crowd.people, processes, lambda numbers: _people(town, crowd, patterns, numbers))
    _spread(crowd.cases, processes, lambda numbers: _cases(town, crowd, patterns, numbers))
    with connect(town) as connection:
        connection.execute("VACUUM ANALYZE")


def _spread(total: int, processes: int, write: Callable[[range], None]) -> None:
    share = -(-total // processes)
    fork = get_context("fork")
    parts = [range(start, min(start + share, total)) for start in range(0, total, share)]
    running = [fork.Process(target=write, args=(part,)) for part in parts]
    for process in running:
        process.start()
    for process in running:
        process.join()
    if any(process.exitcode for process in running):
        raise RuntimeError("the town could not be filled")


def connect(town: Town) -> psycopg.Connection[Any]:
    plain = make_url(town.database_url).set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(plain, autocommit=True, options=f"-c search_path={town.name}")


def _people(town: Town, crowd: Crowd, patterns: Patterns, numbers: range) -> None:
    begun = town.clock.now() - YEARS

    def rows(number: int, chance: random.Random) -> Iterator[tuple[str, str]]:
        return copied(town, patterns.person, person(number), begun, chance)

    _write(town, numbers, rows)


def _cases(town: Town, crowd: Crowd, patterns: Patterns, numbers: range) -> None:
    now = town.clock.now()

    def rows(number: int, chance: random.Random) -> Iterator[tuple[str, str]]:
        pattern, received = crowd.pattern(patterns, number), crowd.received(number, now)
        case_id, whose = _id(received, chance), {patterns.person.id: person(chance.randrange(crowd.people))}
        return copied(town, pattern, case_id, received, chance, whose, crowd.reference(number))

    _write(town, numbers, rows)


def person(number: int) -> UUID:
    """The id of a person of the crowd."""
    return _id(datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=number), random.Random(number))  # noqa: S311


def _write(town: Town, numbers: range, rows: Callable[[int, random.Random], Iterator[tuple[str, str]]]) -> None:
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


@dataclass(frozen=True)
class Copy:
    """What is the same in all rows of one more case: its ids by those of the pattern, its key, and how much later."""

    new: Mapping[UUID, UUID]
    key: bytes
    later: timedelta
    reference: str
    chance: random.Random


def copied(
    town: Town,
    pattern: Pattern,
    owner: UUID,
    at: datetime,
    chance: random.Random,
    whose: Mapping[UUID, UUID] = MappingProxyType({}),
    reference: str = "",
) -> Iterator[tuple[str, str]]:
    """The rows of one more of these, at another moment: a table with its columns, and a line for COPY."""
    key = os.urandom(32)
    wrapped = crypto.seal(town.keys.derive("wrap"), keys.place(keys.SealingKey, "wrapped", owner), key)
    yield "sealing_key (owner, root, wrapped)", f"{owner}\t{town.keys.current}\t{_hex(wrapped)}\n"
    new = {line.values["id"]: _id(at, chance) for line in pattern.lines if "id" in line.values}
    copy = Copy({**new, **whose, pattern.id: owner}, key, at - pattern.at, reference, chance)
    for heading, cells in _compiled(pattern):
        yield heading, "\t".join([cell if isinstance(cell, str) else cell(copy) for cell in cells]) + "\n"


Cell = str | Callable[[Copy], str]
_made: dict[UUID, list[tuple[str, list[Cell]]]] = {}


def _compiled(pattern: Pattern) -> list[tuple[str, list[Cell]]]:
    """The rows of a pattern with what never changes written already."""
    if pattern.id not in _made:
        _made[pattern.id] = [
            (f"{line.table} ({', '.join(line.values)})", [_cell(line, *pair) for pair in line.values.items()])
            for line in pattern.lines
        ]
    return _made[pattern.id]


def _cell(line: Line, column: str, value: Any) -> Cell:
    if column in line.clear:
        row, clear = line.values["id"], line.clear[column]
        return lambda copy: _hex(crypto.seal(copy.key, where(line.table, column, copy.new[row]), clear))
    if column == "reference":
        return lambda copy: copy.reference
    if column == "account_id" and line.table == "case_file":
        return "\\N"
    if column == "register_key":
        return lambda copy: f"{copy.chance.getrandbits(64):x}"
    if isinstance(value, bytes):
        return lambda copy: _hex(copy.chance.randbytes(len(value)))
    if isinstance(value, UUID):
        return lambda copy: str(copy.new.get(value, value))
    if isinstance(value, date) and value != NEVER:
        return lambda copy: (value + copy.later).isoformat()
    return _plain(value)


def _plain(value: Any) -> str:
    if value is None:
        return "\\N"
    if isinstance(value, bool):
        return "t" if value else "f"
    text = json.dumps(value) if isinstance(value, dict | list) else str(value)
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def _hex(value: bytes) -> str:
    return "\\\\x" + value.hex()


def _id(at: datetime, chance: random.Random) -> UUID:
    """A UUIDv7 of that moment."""
    stamp = int(at.astimezone(UTC).timestamp() * 1000) << 80
    return UUID(int=stamp | 0x7 << 76 | chance.getrandbits(12) << 64 | 0b10 << 62 | chance.getrandbits(62))

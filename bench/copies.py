"""One more of a pattern: its rows under a key, ids and moments of its own, written as lines for COPY."""

import json
import os
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Any
from uuid import UUID

from app.cases.moving import NEVER
from app.kit import crypto, keys
from app.kit.towns import Town
from bench.patterns import Line, Pattern, where


@dataclass(frozen=True)
class Copy:
    """What is the same in all rows of one more: its ids by those of the pattern, its key, how much later it is, and
    what it says otherwise than the pattern, by table and column."""

    new: Mapping[UUID, UUID]
    key: bytes
    later: timedelta
    said: Mapping[str, bytes]
    chance: random.Random


def copied(
    town: Town,
    pattern: Pattern,
    owner: UUID,
    at: datetime,
    chance: random.Random,
    whose: Mapping[UUID, UUID] = MappingProxyType({}),
    said: Mapping[str, bytes] = MappingProxyType({}),
) -> Iterator[tuple[str, str]]:
    """The rows of one more of these, at another moment: a table with its columns, and a line for COPY."""
    key = os.urandom(32)
    wrapped = crypto.seal(town.keys.derive("wrap"), keys.place(keys.SealingKey, "wrapped", owner), key)
    yield "sealing_key (owner, root, wrapped)", f"{owner}\t{town.keys.current}\t{hexed(wrapped)}\n"
    new = {line.values["id"]: identity(at, chance) for line in pattern.lines if "id" in line.values}
    copy = Copy({**new, **whose, pattern.id: owner}, key, at - pattern.at, said, chance)
    for heading, cells in _compiled(pattern):
        yield heading, "\t".join([cell if isinstance(cell, str) else cell(copy) for cell in cells]) + "\n"


Cell = str | Callable[[Copy], str]
_made: dict[tuple[UUID, int], list[tuple[str, list[Cell]]]] = {}


def _compiled(pattern: Pattern) -> list[tuple[str, list[Cell]]]:
    """The rows of a pattern with what never changes written already."""
    known = pattern.id, len(pattern.lines)
    if known not in _made:
        _made[known] = [
            (f"{line.table} ({', '.join(line.values)})", [_cell(line, *pair) for pair in line.values.items()])
            for line in pattern.lines
        ]
    return _made[known]


def _cell(line: Line, column: str, value: Any) -> Cell:
    place = f"{line.table}.{column}" + (f"/{line.values['kind']}" if line.table == "contact_point" else "")
    if column in line.clear:
        row, clear = line.values["id"], line.clear[column]
        return lambda copy: hexed(
            crypto.seal(copy.key, where(line.table, column, copy.new[row]), copy.said.get(place, clear))
        )
    if column == "reference":
        return lambda copy: copy.said[column].decode()
    if column == "account_id" and line.table == "case_file":
        return "\\N"
    if column == "register_key":
        return lambda copy: f"{copy.chance.getrandbits(64):x}"
    if isinstance(value, bytes):
        return lambda copy: hexed(copy.said.get(place) or copy.chance.randbytes(len(value)))
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


def hexed(value: bytes) -> str:
    """Bytes as COPY reads them."""
    return "\\\\x" + value.hex()


def identity(at: datetime, chance: random.Random) -> UUID:
    """A UUIDv7 of that moment."""
    stamp = int(at.astimezone(UTC).timestamp() * 1000) << 80
    return UUID(int=stamp | 0x7 << 76 | chance.getrandbits(12) << 64 | 0b10 << 62 | chance.getrandbits(62))

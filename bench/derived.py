"""What hangs on people and cases of a large town, written by PostgreSQL itself from the rows that are there already.

It is what a pattern says, with ids and moments of its own. What is sealed in it is noise of the same length: the
database cannot tell, and nobody opens the millions of cases that were closed years ago. Whatever a page may open is
written by `copies` and opens.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from psycopg import sql

from app.cases.moving import NEVER
from app.kit.towns import Town
from bench import loading
from bench.patterns import Line, Pattern

NOISE, SEALED = 1 << 16, 28
"""Bytes that noise is cut out of; what sealing adds to a text."""


@dataclass(frozen=True)
class Rows:
    """Rows of `table` that came from `since` until before `until`, which is what the column `at` says; without those of
    people before `person`."""

    table: str
    at: str
    since: datetime
    until: datetime
    person: UUID | None = None


def hang(town: Town, pattern: Pattern, lines: Iterable[Line], on: Rows, whose: UUID | None = None) -> None:
    """These lines of a pattern, once for each row; `whose` is the person of the pattern, who is the row's then."""
    places = {line.values["id"]: place for place, line in enumerate(pattern.lines) if "id" in line.values}
    made = [_statement(pattern, line, place, places, on, whose) for place, line in enumerate(lines, 1)]
    noise = os.urandom(NOISE)
    loading.run(town, made, {"noise": noise, "since": on.since, "until": on.until})


def _statement(
    pattern: Pattern, line: Line, place: int, places: dict[UUID, int], on: Rows, whose: UUID | None
) -> sql.Composed:
    at = sql.Identifier("c", on.at)

    def cell(number: int, column: str, value: Any) -> sql.Composable:
        mark = sql.Literal(f"/{place}/{number}")
        if column in line.clear:
            length = len(line.clear[column]) + SEALED
            start = sql.SQL("1 + abs(hashtext(c.id::text || {}) %% {})").format(mark, max(1, NOISE - length))
            return sql.SQL("substring(%(noise)s::bytea from {} for {})").format(start, length)
        if column == "reference":
            return sql.Identifier("c", column)
        if isinstance(value, bytes):
            return sql.SQL("substring(sha256((c.id::text || {})::bytea) for {})").format(mark, len(value))
        if isinstance(value, UUID):
            if value == pattern.id:
                return sql.SQL("c.id")
            if value == whose:
                return sql.SQL("c.person_id")
            return _identity(places[value]) if value in places else sql.Literal(value)
        if isinstance(value, datetime):
            return sql.SQL("{} + {}").format(at, sql.Literal(value - pattern.at))
        if isinstance(value, date) and value != NEVER:
            return sql.SQL("{}::date + {}").format(at, sql.Literal((value - pattern.at.date()).days))
        return sql.Literal(json.dumps(value) if isinstance(value, dict | list) else value)

    cells = [cell(number, *pair) for number, pair in enumerate(line.values.items())]
    return sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {} c WHERE {at} >= %(since)s AND {at} < %(until)s{}").format(
        sql.Identifier(line.table), _listed(map(sql.Identifier, line.values)), _listed(cells),
        sql.Identifier(on.table), sql.SQL(" AND c.person_id >= {}").format(on.person) if on.person else sql.SQL(""),
        at=at,
    )  # fmt: skip


def _identity(place: int) -> sql.Composed:
    """A UUIDv7 of the row's own moment, another for each place."""
    return sql.SQL(
        "overlay(overlay(md5(c.id::text || {}) placing left(replace(c.id::text, '-', ''), 12) || '7' from 1)"
        " placing '8' from 17)::uuid"
    ).format(sql.Literal(f"/{place}"))


def _listed(parts: Iterable[sql.Composable]) -> sql.Composed:
    return sql.SQL(", ").join(list[sql.Composable](parts))

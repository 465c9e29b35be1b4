"""Tables a service or the town looks things up in: CSV files with a heading line."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.catalogue.problems import Problem
from app.catalogue.source import Source

if TYPE_CHECKING:
    from _csv import Reader

Lookup = Mapping[str, Mapping[str, str]]
"""The rows of a table by the value of its key column, in the order of the file."""


@dataclass(frozen=True)
class TableSource:
    """`lines` says on which line of the file each row stands."""

    file: str
    columns: tuple[str, ...]
    rows: Lookup
    lines: Mapping[str, int]


def read_lookup(source: Source, path: str, key: str, problems: list[Problem]) -> TableSource | None:
    file = source.name(path)
    if path not in source.files:
        problems.append(Problem(file, 0, "This table is missing. Add the file."))
        return None
    try:
        lines = csv.reader(io.StringIO(source.files[path].decode("utf-8-sig"), newline=""), strict=True)
        return _rows(file, lines, key, problems)
    except UnicodeDecodeError:
        problems.append(Problem(file, 1, "This file is not UTF-8. Save it as UTF-8."))
    except csv.Error as problem:
        problems.append(Problem(file, lines.line_num, f"This line is not CSV: {problem}. Mend the line."))
    return None


def _rows(file: str, lines: "Reader", key: str, problems: list[Problem]) -> TableSource | None:
    columns = tuple(name.strip() for name in next(lines, []))
    if key not in columns or len(set(columns)) != len(columns):
        message = f"The first line must name each column once, with “{key}” among them."
        problems.append(Problem(file, 1, message))
        return None
    rows: dict[str, dict[str, str]] = {}
    places: dict[str, int] = {}
    for values in lines:
        if not values:
            continue
        line = lines.line_num
        if len(values) != len(columns):
            problems.append(Problem(file, line, f"This line has {len(values)} values, not {len(columns)}. Mend it."))
            continue
        row = dict(zip(columns, (value.strip() for value in values), strict=True))
        if not row[key] or row[key] in rows:
            problems.append(Problem(file, line, f"“{row[key]}” must stand in “{key}” once. Change or remove it."))
            continue
        rows[row[key]], places[row[key]] = row, line
    return TableSource(file, columns, rows, places)

"""What a package takes out of its tables, so that a clerk edits a CSV file and no YAML: options of a question, figures
in sentences and in service.yaml.

    options: {table: bands}                                  # one option a row, retired where the column says yes
    options: {table: schools, column: stages}                # offered with the answers of `by` that its column names
    amount: {table: fees, row: year, column: euros, unit: cents}
    field.band.each: 'Up to {up_to} euros: you pay {pays} %' # the label of each option, in every language
    service.cost: 'At most {bands.d.up_to} euros'            # a figure anywhere

A column `name` may stand once for each language as well: `name.es`, `name.ar`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal

from app.catalogue.lookups import TableSource
from app.catalogue.marked import Marked, Path
from app.catalogue.problems import Problem
from app.catalogue.sentences import Sentences, Translation
from app.catalogue.text import PLACE
from app.kit.i18n import babel_locale

EACH = re.compile(r"^field\.(?P<path>.+)\.each(?P<more>\.hint|)$")
AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,2})?")
FIGURE = re.compile(r"^\d+(\.\d+)?$")
RETIRED, YES = "retired", "yes"


@dataclass
class Tabled:
    """The tables of a package, and which of them something was taken out of."""

    tables: Mapping[str, TableSource]
    problems: list[Problem]
    used: set[str] = field(default_factory=set)
    options: dict[str, str] = field(default_factory=dict)
    """The table of each question whose options are its rows."""
    follows: dict[str, TableSource] = field(default_factory=dict)
    """The table of each question whose rows say with which answer they are offered."""
    apart: frozenset[str] = frozenset()
    """Keys with a sentence of their own, which no row makes."""

    def structure(self, marked: Marked) -> Marked:
        data = self._value(marked, marked.data, ())
        return replace(marked, data=data)

    def _value(self, marked: Marked, value: Any, path: Path) -> Any:
        if isinstance(value, Mapping):
            if {"table"} <= set(value) <= {"table", "column"} and path[-1:] == ("options",):
                return self._options(marked, str(value["table"]), str(value.get("column", "")), path)
            if {"table", "row", "column"} <= set(value) <= {"table", "row", "column", "unit"}:
                return self._figure(marked, value, path)
            return {key: self._value(marked, each, (*path, key)) for key, each in value.items()}
        if isinstance(value, list):
            return [self._value(marked, each, (*path, place)) for place, each in enumerate(value)]
        return value

    def _options(self, marked: Marked, name: str, column: str, path: Path) -> list[dict[str, Any]]:
        table = self.tables.get(name)
        if table is None:
            self.problems.append(marked.problem(path, f"There is no table “{name}” to read. Add it to `tables`."))
            return []
        if column and column not in table.columns:
            words = f"{table.file} has no column “{column}”. Name one that it has."
            self.problems.append(marked.problem((*path, "column"), words))
            column = ""
        self.used.add(name)
        asked = ".".join(str(step) for step in path[2:-1] if step != "fields")
        self.options[asked] = name
        if column:
            self.follows[asked] = table
            self._filled_in(table, column)
        return [_option(key, row, column) for key, row in table.rows.items()]

    def _filled_in(self, table: TableSource, column: str) -> None:
        """An empty cell would offer its row with every answer, which nobody means by it."""
        for key, row in table.rows.items():
            if not row[column] and row.get(RETIRED) != YES:
                words = f"“{column}” is empty. Write the answers with which this row is offered, parted by spaces."
                self.problems.append(Problem(table.file, table.lines[key], words))

    def _figure(self, marked: Marked, value: Mapping[str, Any], path: Path) -> str:
        found = self._cell(str(value["table"]), str(value["row"]), str(value["column"]), "")
        if found is None:
            words = f"The table “{value['table']}” has no “{value['column']}” in “{value['row']}”. Mend one of them."
            self.problems.append(marked.problem(path, words))
            return "0"
        if value.get("unit") != "cents":
            return found
        if not AMOUNT.fullmatch(found):
            words = f"“{found}” in the table is no amount. Write digits, and cents with two of them, as in 12.50."
            self.problems.append(marked.problem(path, words))
            return "0"
        return str(int(Decimal(found) * 100))

    def sentences(self, given: Sentences) -> Sentences:
        """Figures in their places, and a label for each option, in every language."""
        self.apart = frozenset(given.own)
        own, lines = {}, dict(given.marked.lines)
        for key, sentence in given.own.items():
            for name, words in self._spread(key, sentence, given.source, given.marked.file):
                own[name] = words
                lines.setdefault((name,), given.marked.line((key,)))
        translations = {locale: self._translation(each, given, locale) for locale, each in given.translations.items()}
        return replace(given, marked=replace(given.marked, data=own, lines=lines), translations=translations)

    def _translation(self, given: Translation, source: Sentences, locale: str) -> Translation:
        entries = {}
        for key, entry in given.entries.items():
            said = self._spread(key, entry.text, locale, given.file)
            asked = dict(self._spread(key, entry.source, source.source, ""))
            for name, words in said:
                same = entry.same or (name != key and words == asked.get(name))
                entries[name] = replace(entry, text=words, source=asked.get(name, entry.source), same=same)
        return replace(given, entries=entries)

    def _spread(self, key: str, sentence: str, locale: str, file: str) -> Iterable[tuple[str, str]]:
        match = EACH.match(key)
        table = self.tables.get(self.options.get(match["path"], "")) if match else None
        if match is None or table is None:
            return [(key, self._filled(sentence, locale))]
        base, spread = f"field.{match['path']}.option", []
        for id, row in table.rows.items():
            name = f"{base}.{id}{match['more']}"
            if name not in self.apart:
                words = self._of_row(table, row, sentence, locale, file)
                spread.append((name, self._filled(words, locale)))
        return spread

    def _of_row(self, table: TableSource, row: Mapping[str, str], sentence: str, locale: str, file: str) -> str:
        def cell(place: re.Match[str]) -> str:
            return self._said(table, row, place[1], locale, file) or place[0]

        return PLACE.sub(cell, sentence)

    def _filled(self, sentence: str, locale: str) -> str:
        def figure(place: re.Match[str]) -> str:
            name, _, rest = place[1].partition(".")
            row, _, column = rest.partition(".")
            found = self._cell(name, row, column, locale) if column else None
            return place[0] if found is None else _written(found, locale)

        return PLACE.sub(figure, sentence)

    def _said(self, table: TableSource, row: Mapping[str, str], column: str, locale: str, file: str) -> str | None:
        said = row.get(f"{column}.{locale}", row.get(column))
        if said == "" and file:
            self.problems.append(Problem(table.file, 0, f"“{column}” is empty for {locale}. Write it in each row."))
        return None if said is None else _written(said, locale)

    def _cell(self, name: str, row: str, column: str, locale: str) -> str | None:
        table = self.tables.get(name)
        cells = table.rows.get(row, {}) if table else {}
        found = cells.get(f"{column}.{locale}", cells.get(column))
        if found is not None:
            self.used.add(name)
        return found


def _option(key: str, row: Mapping[str, str], column: str) -> dict[str, Any]:
    option: dict[str, Any] = {"id": key, "goes_with": row.get(column, "").split()} if column else {"id": key}
    return {**option, RETIRED: "true"} if row.get(RETIRED) == YES else option


def _written(value: str, locale: str) -> str:
    """A figure as the language writes it; words as they are."""
    return str(format_decimal(Decimal(value), locale=babel_locale(locale))) if FIGURE.match(value) else value

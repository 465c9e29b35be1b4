"""A rule as SQL over a table of facts, for segments: who is meant, asked of the whole town at once.

The table needs three columns, whatever it is called: `person_id`, `key` (a dotted name) and `value` (JSON; see
`as_facts`), at most one row a person and key. Each comparison is an EXISTS of its own, so what is missing is false
and `not` stays two-valued. SQLite and PostgreSQL only.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any
from unicodedata import normalize

from sqlalchemy import ColumnElement, FromClause, String, and_, exists, false, func, literal, not_, or_
from sqlalchemy.sql import literal_column

from app.kit.rules.holding import absolute
from app.kit.rules.json_sql import Flag, Listed, Number, Present, Rows, Text
from app.kit.rules.tree import All, Any_, Compare, Named, Not, Rule, Some

_Asked = Callable[[ColumnElement[Any], tuple[str, ...]], ColumnElement[bool]]


def holds(rule: Rule, facts: FromClause, person: ColumnElement[Any], today: date) -> ColumnElement[bool]:
    """True for each person (a column of the enclosing select) for whom the rule holds; never null."""
    return _Writer(today, count(1)).write(rule, _Facts(facts, person))


def as_facts(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Keys and JSON values as this module expects them: nested names joined by dots, texts in NFC."""
    found: dict[str, Any] = {}
    for name, value in answers.items():
        found[name] = _composed(value)
        if isinstance(value, Mapping):
            found |= {f"{name}.{key}": inner for key, inner in as_facts(value).items()}
    return found


def _composed(value: Any) -> Any:
    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, Mapping):
        return {key: _composed(inner) for key, inner in value.items()}
    return [_composed(inner) for inner in value] if isinstance(value, list) else value


@dataclass(frozen=True)
class _Facts:
    """Fields are rows of the table."""

    table: FromClause
    person: ColumnElement[Any]

    def where(self, name: str, condition: "_Asked") -> ColumnElement[bool]:
        fact = self.table.alias()
        return exists().where(fact.c.person_id == self.person, fact.c.key == name, condition(fact.c.value, ()))


@dataclass(frozen=True)
class _Row:
    """Fields are parts of one JSON object."""

    document: ColumnElement[Any]

    def where(self, name: str, condition: "_Asked") -> ColumnElement[bool]:
        return func.coalesce(condition(self.document, tuple(name.split("."))), false())


class _Condition:
    """What is asked of a JSON value, wherever it stands."""

    def __init__(self, rule: Compare, today: date) -> None:
        self.rule = rule
        self.today = today

    def __call__(self, document: ColumnElement[Any], path: tuple[str, ...]) -> ColumnElement[bool]:
        rule = self.rule
        if rule.op == "present":
            return Present(document, path)
        if rule.kind == "many":
            return Listed(document, path, literal(rule.value, String))
        if isinstance(rule.value, tuple):
            left = self._left(document, path)
            return or_(*(left == self._right(value) for value in rule.value))
        left, right = self._left(document, path), self._right(rule.value)
        match rule.op:
            case "eq":
                return left == right
            case "ne":
                return left != right
            case "contains":
                return func.replace(left, right, "") != left
            case "lt":
                return left < right
            case "lte":
                return left <= right
            case "gt":
                return left > right
        return left >= right

    def _left(self, document: ColumnElement[Any], path: tuple[str, ...]) -> ColumnElement[Any]:
        kinds = {"number": Number, "flag": Flag}
        return kinds.get(self.rule.kind, Text)(document, path, is_date=self.rule.kind == "date")

    def _right(self, value: Any) -> ColumnElement[Any]:
        if self.rule.kind == "number":
            return literal_column(str(value))
        if self.rule.kind == "flag":
            return literal("true" if value else "false", String)
        return literal(absolute(value, self.today), String)


@dataclass(frozen=True)
class _Writer:
    today: date
    numbers: "count[int]"

    def write(self, rule: Rule, scope: _Facts | _Row) -> ColumnElement[bool]:
        match rule:
            case Named():
                return self.write(rule.rule, scope)
            case All():
                return and_(*(self.write(part, scope) for part in rule.rules))
            case Any_():
                return or_(*(self.write(part, scope) for part in rule.rules))
            case Not():
                return not_(self.write(rule.rule, scope))
            case Some():
                name = f"row_{next(self.numbers)}"
                inner = self.write(rule.where, _Row(literal_column(f"{name}.value")))
                return scope.where(rule.group, lambda document, path: Rows(document, path, name, inner))
            case Compare():
                return scope.where(rule.field, _Condition(rule, self.today))

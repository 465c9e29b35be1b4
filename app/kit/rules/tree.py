"""The tree that a compiled rule is, and what may be said about a field."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*", re.ASCII)
DIGITS = 15
"""A number has at most so many digits: as many as a double keeps, so that all three places agree."""


@dataclass(frozen=True)
class Kind:
    """What may be said about a field: `text number date flag many group other`.

    `options` closes a text or a list; `row` are the fields of one row of a group.
    """

    name: str
    options: frozenset[str] | None = None
    row: "Mapping[str, Kind] | None" = None


ORDERED = frozenset({"eq", "ne", "in", "lt", "lte", "gt", "gte", "present"})
OPS: Mapping[str, frozenset[str]] = {
    "text": frozenset({"eq", "ne", "in", "contains", "present"}),
    "number": ORDERED,
    "date": ORDERED,
    "flag": frozenset({"eq", "ne", "present"}),
    "many": frozenset({"contains", "present"}),
    "group": frozenset({"present"}),
    "other": frozenset({"present"}),
}


class RuleError(ValueError):
    """A rule that cannot be used. `name` says what kind of mistake, `path` where it stands inside the rule."""

    def __init__(self, name: str, path: tuple[str | int, ...], message: str) -> None:
        super().__init__(message)
        self.name = name
        self.path = path
        self.message = message


@dataclass(frozen=True)
class Today:
    """A day relative to the day of asking: -P18Y is eighteen years before it."""

    shift: str


Scalar = str | bool | Decimal | Today
Value = Scalar | tuple[Scalar, ...] | None


@dataclass(frozen=True)
class Compare:
    field: str
    op: str
    kind: str
    value: Value = None


@dataclass(frozen=True)
class All:
    rules: "tuple[Rule, ...]"


@dataclass(frozen=True)
class Any_:
    rules: "tuple[Rule, ...]"


@dataclass(frozen=True)
class Not:
    rule: "Rule"


@dataclass(frozen=True)
class Some:
    """At least one row of a group for which the rule holds; its fields are those of the row."""

    group: str
    where: "Rule"


@dataclass(frozen=True)
class Named:
    """A rule reused by its name, which is also the key of the sentence that says it."""

    name: str
    rule: "Rule"


Rule = Compare | All | Any_ | Not | Some | Named


def to_number(text: str) -> Decimal | None:
    """The decimal a text stands for, or None if it is none that all three places read alike."""
    if not NUMBER.fullmatch(text) or sum(c.isdigit() for c in text) > DIGITS:
        return None
    return Decimal(text)

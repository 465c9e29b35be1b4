"""From a rule as it stands in a package to the tree: names resolved, each value cast by the kind of its field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from app.kit.durations import is_whole_days, shift_day
from app.kit.rules.tree import (
    DATE,
    NAME,
    OPS,
    All,
    Any_,
    Compare,
    Kind,
    Named,
    Not,
    Rule,
    RuleError,
    Scalar,
    Some,
    Today,
    to_number,
)


def compile_rule(raw: object, kinds: Mapping[str, Kind], named: Mapping[str, object] | None = None) -> Rule:
    """Read one rule as it stands in a package, each value cast by the kind of its field; RuleError if it cannot be.

    `named` are the rules that may be used by name: raw, or compiled already.
    """
    return _Reader(kinds, named or {}).read(raw, (), ())


def compile_rules(
    named: Mapping[str, object], kinds: Mapping[str, Kind]
) -> tuple[dict[str, Rule], dict[str, RuleError]]:
    """All named rules at once: those that can be used, and what is wrong with the others."""
    good: dict[str, Rule] = {}
    bad: dict[str, RuleError] = {}
    for name in named:
        try:
            good[name] = _Reader(kinds, named).read(named[name], (), (name,))
        except RuleError as problem:
            bad[name] = problem
    return good, bad


@dataclass(frozen=True)
class _Reader:
    kinds: Mapping[str, Kind]
    named: Mapping[str, object]

    def read(self, raw: object, path: tuple[str | int, ...], inside: tuple[str, ...]) -> Rule:
        if isinstance(raw, str):
            return self._reuse(raw, path, inside)
        if not isinstance(raw, Mapping):
            raise RuleError("shape", path, "Write a rule as {field, op, value}, {all: [...]}, or the name of a rule.")
        keys = set(raw)
        if keys == {"all"} or keys == {"any"}:
            word = next(iter(keys))
            parts = raw[word]
            if not isinstance(parts, Sequence) or isinstance(parts, str) or not parts:
                raise RuleError("shape", (*path, word), f"Give `{word}` a list with at least one rule.")
            rules = tuple(self.read(part, (*path, word, place), inside) for place, part in enumerate(parts))
            return All(rules) if word == "all" else Any_(rules)
        if keys == {"not"}:
            return Not(self.read(raw["not"], (*path, "not"), inside))
        if keys == {"some", "where"}:
            return self._some(raw, path)
        if "field" in keys and "op" in keys and keys <= {"field", "op", "value"}:
            return self._compare(raw, path)
        raise RuleError("shape", path, "Use one of: all, any, not, some with where, or field with op and value.")

    def _reuse(self, name: str, path: tuple[str | int, ...], inside: tuple[str, ...]) -> Rule:
        if name not in self.named:
            raise RuleError(
                "unknown_rule", path, f"There is no rule `{name}`. Name it under `rules`, or mend the name."
            )
        if name in inside:
            raise RuleError("loop", path, f"The rule `{name}` uses itself. Take it out of its own parts.")
        known = self.named[name]
        if isinstance(known, Rule):
            return Named(name, known)
        return Named(name, self.read(known, path, (*inside, name)))

    def _some(self, raw: Mapping[str, object], path: tuple[str | int, ...]) -> Rule:
        name = str(raw["some"])
        kind = self._kind(name, (*path, "some"))
        if kind.row is None:
            raise RuleError("not_a_group", (*path, "some"), f"`{name}` is not a group. Use `some` with a group only.")
        return Some(name, _Reader(kind.row, {}).read(raw["where"], (*path, "where"), ()))

    def _compare(self, raw: Mapping[str, object], path: tuple[str | int, ...]) -> Rule:
        name, op = str(raw["field"]), str(raw["op"])
        kind = self._kind(name, (*path, "field"))
        if op not in OPS[kind.name]:
            words = ", ".join(sorted(OPS[kind.name]))
            raise RuleError("op", (*path, "op"), f"`{op}` cannot be asked of `{name}`. Use one of: {words}.")
        if op == "present":
            if "value" in raw:
                raise RuleError("value", (*path, "value"), "`present` takes no value. Leave it out.")
            return Compare(name, op, kind.name)
        if "value" not in raw:
            raise RuleError("value", path, f"`{op}` needs a value.")
        here = (*path, "value")
        value = raw["value"]
        if op != "in":
            return Compare(name, op, kind.name, _cast(value, kind, here))
        if not isinstance(value, Sequence) or isinstance(value, str) or not value:
            raise RuleError("value", here, "`in` needs a list with at least one value.")
        return Compare(name, op, kind.name, tuple(_cast(one, kind, (*here, i)) for i, one in enumerate(value)))

    def _kind(self, name: str, path: tuple[str | int, ...]) -> Kind:
        if not NAME.fullmatch(name) or name not in self.kinds:
            raise RuleError(
                "unknown_field", path, f"There is no field `{name}` here. Use the id of a field of the form."
            )
        return self.kinds[name]


def _cast(value: object, kind: Kind, path: tuple[str | int, ...]) -> Scalar:
    if kind.name == "flag":
        if value in (True, "true"):
            return True
        if value in (False, "false"):
            return False
        raise RuleError("value", path, f"`{value}` is neither true nor false. Write true or false.")
    if kind.name == "date":
        return _day(value, path)
    text = str(value)
    if kind.name == "number":
        number = to_number(text)
        if number is None or isinstance(value, bool):
            raise RuleError("value", path, f"`{text}` is not a number. Write it like 40 or 2.5.")
        return number
    if not isinstance(value, str):
        raise RuleError("value", path, f"`{text}` is not a text. Put it in quotes.")
    if not text:
        raise RuleError("value", path, "An empty text is never an answer. Use {not: {field, op: present}}.")
    if kind.options is not None and text not in kind.options:
        raise RuleError("value", path, f"There is no option `{text}`. Use one of: {', '.join(sorted(kind.options))}.")
    return normalize("NFC", text)


def _day(value: object, path: tuple[str | int, ...]) -> Scalar:
    if isinstance(value, Mapping) and set(value) == {"today"}:
        shift = str(value["today"] or "P0D")
        if not _is_shift(shift):
            raise RuleError("value", path, f"`{shift}` is not a length in years to days. Write it like -P18Y or P2D.")
        return Today(shift)
    text = value.isoformat() if isinstance(value, date) else str(value)
    if not _is_day(text):
        raise RuleError("value", path, f"`{text}` is not a date. Write 2026-11-24 or {{today: -P18Y}}.")
    return text


def _is_day(text: str) -> bool:
    try:
        return bool(DATE.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _is_shift(text: str) -> bool:
    try:
        return is_whole_days(text) and bool(shift_day(date(2000, 1, 1), text))
    except (ValueError, OverflowError):
        return False

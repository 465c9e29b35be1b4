"""Whether a rule holds for a mapping of answers, on a day."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from unicodedata import normalize

from app.kit.durations import shift_day
from app.kit.rules.tree import DATE, All, Any_, Compare, Named, Not, Rule, Some, Today, to_number


def evaluate(rule: Rule, answers: Mapping[str, Any], today: date) -> bool:
    """Whether the rule holds for these answers, on this day."""
    match rule:
        case Named():
            return evaluate(rule.rule, answers, today)
        case All():
            return all(evaluate(part, answers, today) for part in rule.rules)
        case Any_():
            return any(evaluate(part, answers, today) for part in rule.rules)
        case Not():
            return not evaluate(rule.rule, answers, today)
        case Some():
            rows = look_up(answers, rule.group)
            return isinstance(rows, list) and any(
                evaluate(rule.where, row, today) for row in rows if isinstance(row, Mapping)
            )
        case Compare():
            return _holds(rule, look_up(answers, rule.field), today)


def look_up(answers: Mapping[str, Any], name: str) -> Any:
    """The value behind a dotted name, flat (`address.town` as one key) or nested; None if there is none."""
    if name in answers:
        return answers[name]
    value: Any = answers
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def is_missing(value: object) -> bool:
    """Nothing was answered: null, an empty text, an empty list, an empty mapping."""
    return value is None or value in ("", [], {}, ())


def _holds(rule: Compare, found: object, today: date) -> bool:
    if rule.op == "present":
        return not is_missing(found)
    if rule.kind == "many":
        return isinstance(found, list) and rule.value in [normalize("NFC", v) for v in found if isinstance(v, str)]
    left = _typed(found, rule.kind)
    if left is None:
        return False
    if isinstance(rule.value, tuple):
        return any(left == absolute(value, today) for value in rule.value)
    right: Any = absolute(rule.value, today)
    match rule.op:
        case "eq":
            return bool(left == right)
        case "ne":
            return bool(left != right)
        case "contains":
            return right in left
        case "lt":
            return bool(left < right)
        case "lte":
            return bool(left <= right)
        case "gt":
            return bool(left > right)
    return bool(left >= right)


def _typed(found: object, kind: str) -> Any:
    if kind == "flag":
        return found if isinstance(found, bool) else None
    if not isinstance(found, str) or not found:
        return None
    if kind == "number":
        return to_number(found)
    if kind == "date":
        return found if DATE.fullmatch(found) else None
    return normalize("NFC", found)


def absolute(value: Any, today: date) -> Any:
    """A value with its relative day made absolute, as ISO text."""
    return shift_day(today, value.shift).isoformat() if isinstance(value, Today) else value

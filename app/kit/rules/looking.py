"""What a rule looks at, and how the device reads it."""

from decimal import Decimal
from typing import Any

from app.kit.rules.tree import All, Any_, Compare, Named, Not, Rule, Scalar, Some, Today


def fields(rule: Rule) -> frozenset[str]:
    """The names of all fields a rule looks at; those of a row stand behind the name of their group."""
    match rule:
        case Named():
            return fields(rule.rule)
        case All() | Any_():
            return frozenset().union(*(fields(part) for part in rule.rules))
        case Not():
            return fields(rule.rule)
        case Some():
            return frozenset({rule.group}) | {f"{rule.group}.{name}" for name in fields(rule.where)}
        case Compare():
            return frozenset({rule.field})


def fields_negated(rule: Rule, negated: bool = False) -> frozenset[str]:
    """The fields whose missing makes a part of the rule hold: those compared under an odd number of `not`."""
    match rule:
        case Named():
            return fields_negated(rule.rule, negated)
        case All() | Any_():
            return frozenset().union(*(fields_negated(part, negated) for part in rule.rules))
        case Not():
            return fields_negated(rule.rule, not negated)
        case Some():
            return frozenset({rule.group}) if negated else frozenset()
        case Compare():
            return frozenset({rule.field}) if negated and rule.op != "present" else frozenset()


def fields_present(rule: Rule, negated: bool = False) -> frozenset[str]:
    """The fields that the rule asks to be there."""
    match rule:
        case Named():
            return fields_present(rule.rule, negated)
        case All() | Any_():
            return frozenset().union(*(fields_present(part, negated) for part in rule.rules))
        case Not():
            return fields_present(rule.rule, not negated)
        case Some():
            return frozenset()
        case Compare():
            return frozenset({rule.field}) if rule.op == "present" and not negated else frozenset()


def parts(rule: Rule) -> tuple[str, ...]:
    """The names of the rules that a rule asks for all of, in order; () where one of them has no name."""
    if not isinstance(rule, All):
        return ()
    names = tuple(part.name for part in rule.rules if isinstance(part, Named))
    return names if len(names) == len(rule.rules) else ()


def as_json(rule: Rule) -> dict[str, Any]:
    """The compiled rule as the device reads it: names resolved, values typed."""
    match rule:
        case Named():
            return as_json(rule.rule)
        case All():
            return {"all": [as_json(part) for part in rule.rules]}
        case Any_():
            return {"any": [as_json(part) for part in rule.rules]}
        case Not():
            return {"not": as_json(rule.rule)}
        case Some():
            return {"some": rule.group, "where": as_json(rule.where)}
        case Compare():
            base: dict[str, Any] = {"field": rule.field, "op": rule.op, "kind": rule.kind}
            if rule.value is None:
                return base
            if isinstance(rule.value, tuple):
                return base | {"value": [_plain(value) for value in rule.value]}
            return base | {"value": _plain(rule.value)}


def _plain(value: Scalar) -> Any:
    if isinstance(value, Today):
        return {"today": value.shift}
    return str(value) if isinstance(value, Decimal) else value

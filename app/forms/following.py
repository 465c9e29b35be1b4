"""Options that follow an answer given before: which are offered with it, and what no longer goes with it."""

from collections.abc import Mapping
from typing import Any

from app.forms.asking import Option
from app.forms.fields import Choice, Choices, Field, Group, Simple

YES, NO = "yes", "no"


def offered(field: Choice | Choices, answers: Mapping[str, Any]) -> tuple[str, ...]:
    """The options to choose from; all of them as long as the question before has no answer."""
    said = _said(field, answers)
    return tuple(option.id for option in field.options if not option.retired and _goes(option, said))


def fits(field: Field | Simple, answer: Any, answers: Mapping[str, Any]) -> bool:
    """Whether an answer still goes with those before it. What does not is asked again."""
    if isinstance(field, Group):
        return all(row_fits(field, row, answers) for row in answer or ())
    if not isinstance(field, (Choice, Choices)) or field.by is None or answer is None:
        return True
    said, chosen = _said(field, answers), {answer} if isinstance(answer, str) else {*answer}
    return all(_goes(option, said) for option in field.options if option.id in chosen)


def row_fits(group: Group, row: Mapping[str, Any], answers: Mapping[str, Any]) -> bool:
    return all(fits(inner, row.get(inner.id), answers) for inner in group.fields.values())


def overtaken(field: Field, answers: Mapping[str, Any], row: str = "") -> str:
    """The question whose answer was changed after this one was given, or after this row of it; "" when they fit."""
    answer = answers.get(field.id)
    if row and isinstance(field, Group):
        answer = [each for each in answer or () if each["_id"] == row]
    return "" if fits(field, answer, answers) else followed(field)


def followed(field: Field | Simple) -> str:
    """The question that this one follows, "" for none."""
    if isinstance(field, Group):
        return next((name for inner in field.fields.values() if (name := followed(inner))), "")
    return (field.by or "") if isinstance(field, (Choice, Choices)) else ""


def _said(field: Choice | Choices, answers: Mapping[str, Any]) -> frozenset[str]:
    answer = answers.get(field.by) if field.by else None
    if isinstance(answer, bool):
        return frozenset({YES if answer else NO})
    return frozenset({answer} if isinstance(answer, str) else answer or ())


def _goes(option: Option, said: frozenset[str]) -> bool:
    return not said or not option.goes_with or not said.isdisjoint(option.goes_with)

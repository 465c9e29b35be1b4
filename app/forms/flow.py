"""Which steps a form has for these answers. Answers are by field id; None means seen and left empty."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.forms.definition import Form, Step
from app.forms.fields import Note
from app.forms.following import fits
from app.kit.rules import Rule, compile_rule, evaluate

Answers = Mapping[str, Any]
Rules = Mapping[str, Rule]


def reachable(form: Form, rules: Rules, answers: Answers, today: date) -> tuple[Step, ...]:
    """The steps on the way, in order. Rules see the answers of steps on the way only, so what was answered on a
    path no longer taken decides nothing; nor does what no longer goes with an answer before it."""
    seen: dict[str, Any] = {}
    found = []
    for step in form.steps:
        if step.when is not None and not evaluate(_rule(form, rules, step.when), seen, today):
            continue
        found.append(step)
        if step.ask in answers and fits(form.asked(step), answers[step.ask], answers):
            seen[step.ask] = answers[step.ask]
    return tuple(found)


def next_step(form: Form, rules: Rules, answers: Answers, today: date, after: str) -> Step | None:
    """The step that follows, None at the end."""
    places = [step.id for step in form.steps]
    later = set(places[places.index(after) + 1 :])
    return next((step for step in reachable(form, rules, answers, today) if step.id in later), None)


def previous_step(form: Form, rules: Rules, answers: Answers, today: date, before: str) -> Step | None:
    """The step one comes from, None at the start."""
    places = [step.id for step in form.steps]
    earlier = set(places[: places.index(before)])
    return next((step for step in reversed(reachable(form, rules, answers, today)) if step.id in earlier), None)


def first_unanswered(form: Form, rules: Rules, answers: Answers, today: date) -> Step | None:
    """Where to go on; None when every step on the way was seen and what is required is there."""
    return next(
        (step for step in reachable(form, rules, answers, today) if not _is_answered(form, step, answers)), None
    )


def submitted(form: Form, rules: Rules, answers: Answers, today: date) -> dict[str, Any]:
    """What is sent: the answers of steps on the way, in the order of the form. The draft keeps the others."""
    asked = [step.ask for step in reachable(form, rules, answers, today)]
    return {name: answers[name] for name in asked if answers.get(name) is not None}


def place(form: Form, rules: Rules, answers: Answers, today: date, step_id: str) -> tuple[int, int]:
    """Question so many of so many, as far as can be known yet."""
    ids = [step.id for step in reachable(form, rules, answers, today)]
    return (ids.index(step_id) + 1 if step_id in ids else len(ids), len(ids))


def prefilled(form: Form, known: Mapping[str, Any]) -> dict[str, Any]:
    """Answers that the town knows already; `known` is by what a field's `prefill` names (`person.address`)."""
    return {
        field.id: known[field.prefill]
        for field in form.fields.values()
        if field.prefill and known.get(field.prefill) is not None
    }


def _is_answered(form: Form, step: Step, answers: Answers) -> bool:
    field = form.asked(step)
    if isinstance(field, Note):
        return True
    if step.ask not in answers or not fits(field, answers[step.ask], answers):
        return False
    return field.optional or answers[step.ask] is not None


def _rule(form: Form, rules: Rules, when: str | dict[str, Any]) -> Rule:
    return rules[when] if isinstance(when, str) else compile_rule(when, form.kinds(), rules)

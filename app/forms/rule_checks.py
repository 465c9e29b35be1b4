"""What is wrong with the rules of a package, and with the way its steps use them."""

from collections.abc import Iterator, Mapping

from app.forms.definition import Form
from app.kit.rules import Kind, Rule, RuleError, compile_rule, compile_rules, fields, fields_negated, fields_present

Path = tuple[str | int, ...]
Finding = tuple[Path, str]
NOTHING: Mapping[str, Kind] = {}


def rule_findings(form: Form, raw: Mapping[str, object], known: Mapping[str, Kind] = NOTHING) -> Iterator[Finding]:
    """`known` are kinds of what rules may ask beside the answers; the way through a form never depends on them."""
    kinds = {**form.kinds(), **known}
    good, bad = compile_rules(raw, kinds)
    for name, problem in bad.items():
        yield ("rules", name, *problem.path), problem.message
    for name, rule in good.items():
        yield from _surprises(form, rule, ("rules", name))
    for place, step in enumerate(form.steps):
        path: Path = ("form", "steps", place, "when")
        if step.when is None or (isinstance(step.when, str) and step.when in bad):
            continue
        try:
            rule = compile_rule(step.when, kinds, raw)
        except RuleError as problem:
            yield (*path, *problem.path), problem.message
            continue
        yield from _too_early(form, rule, place, path)
        if not isinstance(step.when, str):
            yield from _surprises(form, rule, path)


def _too_early(form: Form, rule: Rule, place: int, path: Path) -> Iterator[Finding]:
    """A step that is decided by what is asked at it or after it would never be reached."""
    before = {step.ask for step in form.steps[:place]}
    for name in sorted({name.partition(".")[0] for name in fields(rule)} - before):
        yield path, f"`{name}` is not asked before this step. Put its step first, or use another rule."


def _surprises(form: Form, rule: Rule, path: Path) -> Iterator[Finding]:
    """`not` over something that may not have been asked holds for everybody who was not asked."""
    sure = {step.ask for step in form.steps if step.when is None and not _is_optional(form, step.ask)}
    said = {name.partition(".")[0] for name in fields_present(rule)}
    for name in sorted({name.partition(".")[0] for name in fields_negated(rule)} - sure - said):
        yield (
            path,
            (
                f"`{name}` may not have been asked, and `not` holds then too. "
                f"Add {{field: {name}, op: present}} beside it in an `all`."
            ),
        )


def _is_optional(form: Form, name: str) -> bool:
    return name not in form.fields or form.fields[name].optional

"""What is wrong with a form, all at once: each finding with its path in service.yaml and what to do."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from app.forms.definition import Form
from app.forms.fields import Address, Choice, Choices, Date, Field, File, Group, Money, Number, Simple
from app.forms.following_checks import following_findings
from app.forms.registers import asks_register
from app.forms.rule_checks import NOTHING, Finding, Path, rule_findings
from app.kit.rules import Kind

LARGEST = 25
"""Megabytes that one page may send."""
IDENTIFYING = frozenset({"person", "address", "email", "phone", "identifier", "iban", "position"})
PREFILLS = {
    "person.self": "person", "person.name": "text", "person.born": "date", "person.identifier": "identifier",
    "person.address": "address", "person.email": "email", "person.phone": "phone",
}  # fmt: skip
RESERVED = frozenset({"alike", "figures", "review", "submission", "form", "code", "files", "new"})
TOKENS = frozenset({
    "on", "off", "name", "given-name", "family-name", "email", "tel", "bday", "organization", "organization-title",
    "street-address", "address-line1", "address-line2", "address-level1", "address-level2", "postal-code", "country",
    "country-name", "url", "language", "sex",
})  # fmt: skip


def findings(
    form: Form, rules: Mapping[str, object], tables: Collection[str] = (), known: Mapping[str, Kind] = NOTHING
) -> list[Finding]:
    """`rules` as they stand in the package, `tables` the ids it has, `known` what rules may ask beside the form."""
    return [
        *_steps(form),
        *_sections(form),
        *rule_findings(form, rules, known),
        *(
            found
            for field in form.fields.values()
            for found in _field(form, field, ("form", "fields", field.id), tables)
        ),
    ]


def _steps(form: Form) -> Iterator[Finding]:
    ids = Counter(step.id for step in form.steps)
    asked = Counter(step.ask for step in form.steps)
    for place, step in enumerate(form.steps):
        path: Path = ("form", "steps", place)
        if ids[step.id] > 1:
            yield (*path, "id"), f"There is more than one step `{step.id}`. Give each step an id of its own."
        if step.id in RESERVED:
            yield (*path, "id"), f"`{step.id}` is an address of the portal. Call the step something else."
        if step.ask not in form.fields:
            yield (*path, "ask"), f"There is no field `{step.ask}`. Add it under `fields`, or mend the name."
        elif asked[step.ask] > 1:
            yield (*path, "ask"), f"More than one step asks `{step.ask}`. Ask each field once."
    for name in form.fields:
        if name not in asked:
            yield ("form", "fields", name), f"No step asks `{name}`. Add a step, or take the field out."


def _sections(form: Form) -> Iterator[Finding]:
    if not form.sections:
        return
    steps = [step.id for step in form.steps]
    placed = [step for section in form.sections for step in section.steps]
    for number, section in enumerate(form.sections):
        for place, step in enumerate(section.steps):
            path: Path = ("form", "sections", number, "steps", place)
            if step not in steps:
                yield path, f"There is no step `{step}`. Mend the name, or take it out."
            elif placed.count(step) > 1:
                yield path, f"The step `{step}` is in more than one place. Keep one."
    for place, step in enumerate(steps):
        if step not in placed:
            yield ("form", "steps", place), f"No section has the step `{step}`. Add it to one."
    if sorted(placed) == sorted(steps) and placed != steps:
        yield ("form", "sections"), "Sections have the steps in another order than `steps`. Use the same order."


def _field(form: Form, field: Field, path: Path, tables: Collection[str]) -> Iterator[Finding]:
    yield from _common(field, path)
    match field:
        case File() if field.max_mb * field.max_files > LARGEST:
            total = field.max_mb * field.max_files
            yield path, f"{field.max_files} files of {field.max_mb} MB are {total} MB. Stay at {LARGEST} MB together."
        case Choice() | Choices():
            twice = [name for name, count in Counter(option.id for option in field.options).items() if count > 1]
            for name in twice:
                yield (*path, "options"), f"The option `{name}` is there more than once. Keep one."
            if not field.offered:
                yield (*path, "options"), "Every option is retired. Offer at least one."
            yield from following_findings(form, field, path)
        case Number() | Money() if field.min is not None and field.max is not None and field.min > field.max:
            yield (*path, "min"), "`min` is more than `max`. Change one of them."
        case Address() if field.street and field.street not in tables:
            yield (*path, "street"), f"There is no table `{field.street}`. Add it under `tables`."
        case Date():
            yield from _date(form, field, path, tables)
        case Group():
            yield from _distinct(form, field, path)
            for inner in field.fields.values():
                yield from _field(form, inner, (*path, "fields", inner.id), tables)


def _distinct(form: Form, group: Group, path: Path) -> Iterator[Finding]:
    """What tells rows apart is asked in them, and what they are beside is asked before."""
    for name in group.distinct:
        if name not in group.fields:
            yield (*path, "distinct"), f"`{group.id}` does not ask `{name}`. Name a question of the group."
    if group.beside is None:
        return
    asked = [step.ask for step in form.steps]
    first = group.fields.get(group.distinct[0]) if group.distinct else None
    other = form.fields.get(group.beside)
    if first is None or other is None or other.type != first.type:
        yield (*path, "beside"), f"`{group.beside}` is no field like the first of `distinct`. Name one of its type."
    elif asked.index(group.beside) > asked.index(group.id):
        yield (*path, "beside"), f"`{group.beside}` is not asked before `{group.id}`. Change the order of the steps."


def _common(field: Field | Simple, path: Path) -> Iterator[Finding]:
    if field.type in IDENTIFYING and not field.basis:
        yield path, f"`{field.id}` identifies somebody. Add `basis`: the purpose and legal basis of asking."
    if field.prefill and PREFILLS.get(field.prefill) != field.type and not asks_register(field):
        fitting = ", ".join(name for name, kind in PREFILLS.items() if kind == field.type) or "nothing"
        yield (*path, "prefill"), f"A {field.type} cannot be filled from `{field.prefill}`. It can be from: {fitting}."
    if field.autocomplete and field.autocomplete not in TOKENS:
        yield (*path, "autocomplete"), f"Browsers do not know `{field.autocomplete}`. Use a token of the HTML standard."
    if field.optional and field.type in ("note", "declaration"):
        yield (*path, "optional"), f"A {field.type} is never optional. Take `optional` out."


def _order(form: Form, field: Date, path: Path) -> Iterator[Finding]:
    """What a date may not lie before is a date of the form, asked before it."""
    if field.not_before is None:
        return
    asked, own = [step.ask for step in form.steps], field.path.partition(".")[0]
    if getattr(form.fields.get(field.not_before), "type", "") != "date":
        yield (*path, "not_before"), f"`{field.not_before}` is no date of this form. Name one of its own questions."
    elif own in asked and field.not_before in asked and asked.index(field.not_before) >= asked.index(own):
        words = f"`{field.not_before}` is not asked before `{own}`. Change the order of the steps."
        yield (*path, "not_before"), words


def _date(form: Form, field: Date, path: Path, tables: Collection[str]) -> Iterator[Finding]:
    if field.choose and (field.min or field.max):
        yield path, "A day chosen from a table has no `min` or `max`. Take them out."
    if field.min and field.max and field.min[0].isdigit() and field.max[0].isdigit() and field.min > field.max:
        yield (*path, "min"), "`min` is later than `max`. Change one of them."
    yield from _order(form, field, path)
    if not field.choose:
        return
    if field.choose.table not in tables:
        yield (*path, "choose", "table"), f"There is no table `{field.choose.table}`. Add it under `tables`."
    asked = [step.ask for step in form.steps]
    by = field.choose.by.partition(".")[0]
    if field.choose.by not in form.kinds():
        yield (*path, "choose", "by"), f"There is no field `{field.choose.by}`. Use one of the form."
    elif by in asked and field.id in asked and asked.index(by) >= asked.index(field.id):
        yield (*path, "choose", "by"), f"`{by}` is not asked before `{field.id}`. Change the order of the steps."

"""Structure of a package: ids that are named and do not exist, or exist and are not named."""

from collections.abc import Iterator

from app import workflow
from app.catalogue.loading import LoadedPackage
from app.catalogue.marked import Path
from app.catalogue.package import Package
from app.catalogue.problems import Problem
from app.forms import Form
from app.kit.rules import RuleError, compile_rule, compile_rules

MOST_MB = 25
TERMS = frozenset({"correction", "hearing", "prove"})
"""The terms that every legal profile names."""


def check_structure(loaded: LoadedPackage, departments: frozenset[str]) -> Iterator[Problem]:
    package, mark = loaded.package, loaded.marked.problem
    if package is None:
        return
    folder = loaded.source.prefix.rstrip("/").rsplit("/", 1)[-1]
    if folder and folder != package.slug:
        yield mark(("id",), f"The folder is “{folder}”, the service “{package.id}”. Call the folder “{package.slug}”.")
    if package.department not in departments:
        yield mark(("department",), f"The town has no department “{package.department}”. {_one_of(departments)}")
    if package.subject and getattr(package.form.fields.get(package.subject), "type", "") != "person":
        yield mark(("subject",), f"“{package.subject}” is no person field of the form. Name one that is, or remove it.")
    yield from _rules(loaded, package)
    yield from _tables(loaded, package)
    yield from _files(loaded, package.form)
    clock = package.clock
    for finding in workflow.check(
        package.workflow,
        departments=departments,
        rules=package.rules.keys(),
        letters=package.letters.keys(),
        fields={id: field.type for id, field in package.form.fields.items()},
        terms=TERMS,
        silence_to=clock.silence.to if clock and clock != "none" and clock.silence else None,
    ):
        yield mark(finding.path, finding.message)


def _one_of(names: frozenset[str]) -> str:
    return f"Use one of: {', '.join(sorted(names))}."


def _rules(loaded: LoadedPackage, package: Package) -> Iterator[Problem]:
    """Rules that cannot be read, are not there, or are not used."""
    kinds = package.form.kinds()
    _, bad = compile_rules(package.rules, kinds)
    for name, error in bad.items():
        yield loaded.marked.problem(("rules", name, *error.path), error.message)
    used: list[tuple[Path, object]] = [
        (("form", "steps", number, "when"), step.when) for number, step in enumerate(package.form.steps) if step.when
    ]
    if package.fee and package.fee.free_when:
        used.append((("fee", "free_when"), package.fee.free_when))
    for path, raw in used:
        try:
            compile_rule(raw, kinds, package.rules)
        except RuleError as error:
            if not (isinstance(raw, str) and raw in bad):
                yield loaded.marked.problem((*path, *error.path), error.message)
    named = {raw for _, raw in used if isinstance(raw, str)} | _named_inside(package)
    for name in package.rules.keys() - named:
        yield loaded.marked.problem(
            ("rules", name), f"Nothing uses the rule “{name}”. Remove it, or name it somewhere."
        )


def _named_inside(package: Package) -> set[str]:
    """Rules named by the workflow, and by other rules."""
    found = {way.auto for way in package.workflow.transitions if way.auto}
    actions = [action for state in package.workflow.states.values() for action in state.enter]
    actions += [action for way in package.workflow.transitions for action in way.do]
    found |= {str(getattr(action, "when", "")) for action in actions}
    waiting: list[object] = list(package.rules.values())
    while waiting:
        rule = waiting.pop()
        if isinstance(rule, str):
            found.add(rule)
        elif isinstance(rule, list):
            waiting += rule
        elif isinstance(rule, dict):
            waiting += [rule[key] for key in ("all", "any", "not", "where") if key in rule]
    return found


def _tables(loaded: LoadedPackage, package: Package) -> Iterator[Problem]:
    """Tables and columns that fields name; tables that none of them names."""
    named = set()
    for id, field in package.form.fields.items():
        path: Path = ("form", "fields", id)
        if field.type == "address" and field.street:
            named.add(field.street)
            if field.street not in package.tables:
                yield loaded.marked.problem(
                    (*path, "street"), f"There is no table “{field.street}”. Add it to `tables`."
                )
        if field.type == "date" and field.choose:
            named.add(field.choose.table)
            table = loaded.tables.get(field.choose.table)
            if field.choose.table not in package.tables:
                message = f"There is no table “{field.choose.table}”. Add it to `tables`."
                yield loaded.marked.problem((*path, "choose"), message)
            elif table and field.choose.column not in table.columns:
                message = f"{table.file} has no column “{field.choose.column}”. Name one that it has."
                yield loaded.marked.problem((*path, "choose"), message)
            if field.choose.by not in package.form.kinds():
                message = f"There is no answer “{field.choose.by}”. Name a field, or a part of one."
                yield loaded.marked.problem((*path, "choose"), message)
    for name in package.tables.keys() - named:
        yield loaded.marked.problem(("tables", name), f"No field uses the table “{name}”. Remove it, or name it.")


def _files(loaded: LoadedPackage, form: Form) -> Iterator[Problem]:
    for id, field in form.fields.items():
        if field.type == "file" and field.max_mb * field.max_files > MOST_MB:
            size = field.max_mb * field.max_files
            message = f"“{id}” could take {size} MB, more than {MOST_MB}. Lower max_mb or max_files."
            yield loaded.marked.problem(("form", "fields", id), message)

"""Structure of a package: ids that are named and do not exist, or exist and are not named."""

from collections.abc import Iterator

from app import forms, workflow
from app.catalogue.checks.advice import check_advice
from app.catalogue.checks.duplicates import check_duplicates
from app.catalogue.loading import LoadedPackage
from app.catalogue.package import Package
from app.catalogue.problems import Problem
from app.catalogue.registered import REGISTERED


def check_structure(loaded: LoadedPackage, departments: frozenset[str]) -> Iterator[Problem]:
    package, mark = loaded.package, loaded.marked.problem
    if package is None:
        return
    yield from _facts(loaded, package, departments)
    yield from _rules(loaded, package)
    yield from _tables(loaded, package)
    yield from _readers(loaded, package)
    yield from check_advice(loaded, package)
    yield from check_duplicates(loaded, package)
    for path, message in forms.findings(package.form, package.rules, package.tables, REGISTERED):
        yield _in_table(loaded, path, message) or mark(path, message)
    clock = package.clock
    for finding in workflow.check(
        package.workflow,
        departments=departments,
        rules=package.rules.keys(),
        letters=package.letters.keys(),
        fields={id: field.type for id, field in package.form.fields.items()} | _rounds(package),
        silence_to=clock.silence.to if clock and clock != "none" and clock.silence else None,
        appealable=package.remedy == "appeal",
    ):
        yield mark(finding.path, finding.message)
    yield from _invited(loaded, package)


def _in_table(loaded: LoadedPackage, path: tuple[str | int, ...], message: str) -> Problem | None:
    """What is wrong with an option that is a row of a table stands in the table."""
    *at, place, part = path
    if part != "goes_with" or not isinstance(place, int):
        return None
    table = loaded.follows.get(".".join(str(step) for step in at[2:-1] if step != "fields"))
    return Problem(table.file, place + 2, message) if table else None


def _invited(loaded: LoadedPackage, package: Package) -> Iterator[Problem]:
    """By which questions of a group the town knows who was named."""
    for path, action in workflow.actions(package.workflow):
        group = package.form.fields.get(action.group) if isinstance(action, workflow.Invite) else None
        if not isinstance(action, workflow.Invite) or not isinstance(group, forms.Group):
            continue
        for part, kind in (("name", "text"), ("born", "date")):
            inner = group.fields.get(getattr(action, part))
            if inner is None or inner.type != kind:
                words = f"“{getattr(action, part)}” is no {kind} question of “{group.id}”. Name one that is."
                yield loaded.marked.problem((*path, part), words)


def _rounds(package: Package) -> dict[str, str]:
    """The days of a calendar count as a date for timers."""
    return {"rounds": "date"} if package.calendar else {}


def _facts(loaded: LoadedPackage, package: Package, departments: frozenset[str]) -> Iterator[Problem]:
    mark = loaded.marked.problem
    folder = loaded.source.prefix.rstrip("/").rsplit("/", 1)[-1]
    if folder and folder != package.slug:
        yield mark(("id",), f"The folder is “{folder}”, the service “{package.id}”. Call the folder “{package.slug}”.")
    if package.department not in departments:
        names = ", ".join(sorted(departments))
        yield mark(("department",), f"The town has no department “{package.department}”. Use one of: {names}.")
    if package.subject and getattr(package.form.fields.get(package.subject), "type", "") != "person":
        yield mark(("subject",), f"“{package.subject}” is no person field of the form. Name one that is, or remove it.")
    if package.fee and package.fee.free_when and package.fee.free_when not in package.rules:
        yield mark(("fee", "free_when"), f"There is no rule “{package.fee.free_when}”. Add it to `rules`.")
    if package.fee and package.fee.per and getattr(package.form.fields.get(package.fee.per), "type", "") != "number":
        words = f"“{package.fee.per}” is no number field of the form. Name one that is, or remove it."
        yield mark(("fee", "per"), words)


def _readers(loaded: LoadedPackage, package: Package) -> Iterator[Problem]:
    """Functions that alone may open files, and are none."""
    functions = package.workflow.functions
    for name, field in package.form.fields.items():
        if field.type == "file" and field.files is not None and field.files.by not in functions:
            words = f"There is no function “{field.files.by}”. Name one of `functions`: {', '.join(sorted(functions))}."
            yield loaded.marked.problem(("form", "fields", name, "files"), words)


def _rules(loaded: LoadedPackage, package: Package) -> Iterator[Problem]:
    """Rules that nothing names."""
    used: set[str | None] = {way.auto for way in package.workflow.transitions}
    used.add(package.fee.free_when if package.fee else None)
    used |= {each.when for each in package.advice}
    used |= {each.household for _, each in workflow.actions(package.workflow) if isinstance(each, workflow.Record)}
    used |= {name for step in package.form.steps if step.when for name in _names(step.when)}
    used |= {name for rule in package.rules.values() for name in _names(rule)}
    for name in package.rules:
        if name not in used:
            yield loaded.marked.problem(("rules", name), f"Nothing uses the rule “{name}”. Remove it, or name it.")


def _names(rule: object) -> Iterator[str]:
    """The rules that a rule names."""
    if isinstance(rule, str):
        yield rule
    elif isinstance(rule, list):
        for part in rule:
            yield from _names(part)
    elif isinstance(rule, dict):
        for word in ("all", "any", "not", "where"):
            yield from _names(rule.get(word))


def _round_cells(loaded: LoadedPackage, name: str, columns: tuple[str, ...]) -> Iterator[Problem]:
    table = loaded.tables.get(name)
    if table is None:
        yield loaded.marked.problem(("calendar", "table"), f"There is no table “{name}”. Add it to `tables`.")
        return
    for key, row in table.rows.items():
        for column in columns:
            if not forms.rounds.is_round(row.get(column, "")):
                words = f"“{row[column]}” says no days. Write weekdays, as in “tue fri” or “wed even”."
                yield Problem(table.file, table.lines[key], words)


def _calendar(package: Package) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    if package.calendar:
        for number, column in enumerate(package.calendar.columns):
            yield ("calendar", "columns", number), package.calendar.table, column


def _tables(loaded: LoadedPackage, package: Package) -> Iterator[Problem]:
    """Columns that a table does not have, and tables that no field looks into."""
    used = [*forms.tables_used(package.form), *_calendar(package)]
    for path, name, column in used:
        table = loaded.tables.get(name)
        if table and column and column not in table.columns:
            yield loaded.marked.problem(path, f"{table.file} has no column “{column}”. Name one that it has.")
    if package.calendar:
        yield from _round_cells(loaded, package.calendar.table, package.calendar.columns)
        if package.calendar.by not in package.form.kinds():
            words = f"The form has no “{package.calendar.by}”. Name the answer that says where, as in place.street."
            yield loaded.marked.problem(("calendar", "by"), words)
    for name in package.tables.keys() - {name for _, name, _ in used} - loaded.told:
        yield loaded.marked.problem(("tables", name), f"No field uses the table “{name}”. Remove it, or name it.")

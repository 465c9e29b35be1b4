"""What likely duplicates are found by, and what strangers read of them: answers that everybody gives, and none that
says who somebody is."""

from collections.abc import Iterator

from app.catalogue.loading import LoadedPackage
from app.catalogue.package import Package
from app.catalogue.problems import Problem

BY = frozenset({"choice", "yes_no", "date", "month", "number", "position"})
SHOWN = frozenset({"choice", "choices", "yes_no", "position", "text"})
"""Of a position the words are shown, never where it is."""


def check_duplicates(loaded: LoadedPackage, package: Package) -> Iterator[Problem]:
    settings, mark = package.duplicates, loaded.marked.problem
    if settings is None:
        return
    if package.confidential:
        yield mark(("duplicates",), "A confidential service shows nothing of other cases. Take `duplicates` out.")
    fields = package.form.fields
    steps = (step for step in package.form.steps if step.ask in fields)
    sure = {step.ask for step in steps if step.when is None and not fields[step.ask].optional}
    for part, names, fit in (("by", settings.by, BY), ("show", settings.show, SHOWN)):
        for number, name in enumerate(names):
            path = ("duplicates", part, number)
            field = fields.get(name)
            if field is None and not _is_street(package, part, name):
                yield mark(path, f"The form has no “{name}”. Name a field that it asks.")
            elif field is not None and field.type not in fit:
                words = (
                    f"“{name}” is of type {field.type}, which cannot stand here. These can: {', '.join(sorted(fit))}."
                )
                yield mark(path, words)
            elif part == "by" and name.partition(".")[0] not in sure:
                yield mark(path, f"“{name}” is not asked of everybody. Name an answer that each case has.")


def _is_street(package: Package, part: str, name: str) -> bool:
    """The street of an address is no secret; the number is."""
    field = package.form.fields.get(name.removesuffix(".street"))
    return part == "by" and name.endswith(".street") and field is not None and field.type == "address"

"""Which text keys a package must have, and which it may have."""

import re
from collections.abc import Iterable, Iterator

from app.catalogue.checks.variables import SERVICE_KEYS
from app.catalogue.loading import LoadedPackage
from app.catalogue.marked import Path
from app.catalogue.package import Package
from app.forms.definition import Field
from app.workflow import text_keys

OTHERWISE = "otherwise"
HINTED = frozenset({"text", "long_text", "number", "money", "file", "iban"})
"""Field types that need a hint with an example: the house has no words of its own for them."""


def needed_keys(loaded: LoadedPackage, package: Package) -> dict[str, Path]:
    """Every key that must have a sentence, with the path of service.yaml that asks for it."""
    keys: dict[str, Path] = {f"service.{part}": ("id",) for part in SERVICE_KEYS}
    for number, section in enumerate(package.form.sections):
        keys[f"section.{section.id}.title"] = ("form", "sections", number)
    for field, path in _fields(package):
        keys.update(dict.fromkeys(_field_keys(field), path))
    keys.update(text_keys(package.workflow))
    for number, way in enumerate(package.workflow.transitions):
        if way.auto and way.auto != OTHERWISE:
            keys[f"rule.{way.auto}"] = ("workflow", "transitions", number, "auto")
    if package.fee and package.fee.free_when:
        keys[f"rule.{package.fee.free_when}"] = ("fee", "free_when")
    for name, letter in loaded.letters.items():
        keys.update({use.name: ("letters", name) for use in letter.keys})
    return keys


def _fields(package: Package) -> Iterator[tuple[Field, Path]]:
    for id, field in package.form.fields.items():
        path: Path = ("form", "fields", id)
        yield field, path
        if field.type == "group":
            for inner, part in field.fields.items():
                yield part, (*path, "fields", inner)


def _field_keys(field: Field) -> Iterator[str]:
    start = f"field.{field.path}"
    yield f"{start}.label"
    if field.type in HINTED:
        yield f"{start}.hint"
    if field.type == "choice" or field.type == "choices":
        yield from (f"{start}.option.{option.id}" for option in field.options)
    if field.type == "text" and field.pattern:
        yield f"{start}.error.pattern"
    if field.type == "address" and field.street:
        yield f"{start}.error.street"


def allowed_keys(package: Package) -> list[re.Pattern[str]]:
    """Keys that may have a sentence, and need none."""
    fields = [(field.path, field) for field, _ in _fields(package)]
    bases = {field.basis for _, field in fields if field.basis}
    return [
        _pattern("field", (path for path, _ in fields), r"\.(hint|why|error\.[a-z_]+)"),
        _pattern("rule", package.rules, ""),
        _pattern("transition", (way.id for way in package.workflow.transitions), r"\.label"),
        _pattern("basis", bases, ""),
    ]


def _pattern(start: str, ids: Iterable[str], ending: str) -> re.Pattern[str]:
    names = "|".join(map(re.escape, ids)) or r"(?!)"
    return re.compile(rf"{start}\.(?:{names}){ending}")

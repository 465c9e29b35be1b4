"""Which text keys a package must have, and which it may have."""

from collections.abc import Iterator

from app import forms, workflow
from app.catalogue.checks.variables import SERVICE_KEYS
from app.catalogue.loading import LoadedPackage
from app.catalogue.marked import Path
from app.catalogue.package import Package

OTHERWISE = "otherwise"
HINTED = frozenset({"text", "long_text", "number", "money", "file", "iban", "position"})
"""Field types that need a hint with an example: the house has no words of its own for them."""
WRITTEN = frozenset({"text", "long_text"})
"""Field types whose own words say what to write when nothing was: “Write your answer” helps nobody."""

WORDS = frozenset({"service.words"})
"""Words that people use who do not know the official one, with commas between: the search finds by them."""
OWN = frozenset({"service.received", "service.start"})
"""The heading of the receipt and the button that begins, where “We have your request” or “Start now” would mislead."""


def needed_keys(loaded: LoadedPackage, package: Package) -> dict[str, Path]:
    """Every key that must have a sentence, with the path of service.yaml that asks for it."""
    keys: dict[str, Path] = {f"service.{part}": ("id",) for part in SERVICE_KEYS}
    keys.update(forms.texts_needed(package.form))
    keys.update(_hints(package))
    keys.update(workflow.text_keys(package.workflow))
    for number, way in enumerate(package.workflow.transitions):
        if way.auto and way.auto != OTHERWISE:
            keys[f"rule.{way.auto}"] = ("workflow", "transitions", number, "auto")
            keys.update({f"rule.{name}": ("rules", way.auto) for name in _reasons(package.rules.get(way.auto))})
    for number, advice in enumerate(package.advice):
        for name in (advice.when, *_reasons(package.rules.get(advice.when))):
            keys[f"rule.{name}"] = ("advice", number, "when")
    if package.fee:
        keys["service.pay"] = ("fee",)
    if package.fee and package.fee.free_when:
        keys[f"rule.{package.fee.free_when}"] = ("fee", "free_when")
    if register := forms.register_of(package.form):
        keys[f"register.{register}.name"] = ("form", "fields")
    if package.calendar:
        keys["calendar.title"] = ("calendar",)
        keys.update({f"calendar.{each}.name": ("calendar", "columns") for each in package.calendar.columns})
    for name, letter in loaded.letters.items():
        keys.update({use.name: ("letters", name) for use in letter.keys})
    return keys


def _reasons(rule: object) -> tuple[str, ...]:
    """The rules that a rule asks for all of: each is a reason of its own when a case is decided by it."""
    asked = rule.get("all") if isinstance(rule, dict) else None
    named = isinstance(asked, list) and all(isinstance(part, str) for part in asked)
    return tuple(asked) if named and asked else ()


def _hints(package: Package) -> dict[str, Path]:
    hints: dict[str, Path] = {}
    for id, field in package.form.fields.items():
        path: Path = ("form", "fields", id)
        hints.update(dict.fromkeys(_asked(field), path))
        if field.type == "group":
            for part in field.fields.values():
                hints.update(dict.fromkeys(_asked(part), (*path, "fields", part.id)))
    return hints


def _asked(field: forms.Field) -> Iterator[str]:
    if field.type in HINTED:
        yield f"field.{field.path}.hint"
    if field.type in WRITTEN and field.required:
        yield f"field.{field.path}.error.required"


def allowed_keys(package: Package) -> frozenset[str]:
    """Keys that may have a sentence, and need none."""
    return (
        WORDS
        | OWN
        | forms.texts_known(package.form)
        | {f"rule.{name}" for name in package.rules}
        | {f"transition.{way.id}.label" for way in package.workflow.transitions}
        | {f"basis.{field.basis}" for field in package.form.fields.values() if field.basis}
    )

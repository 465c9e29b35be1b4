"""What a package must hold for a form: sentences, tables; and how recorded runs write answers."""

from collections.abc import Mapping
from typing import Any

from app.forms.definition import Form, Step
from app.forms.fields import Address, Choice, Choices, Date, Field, Group, Money, Organisation, Person, Simple
from app.forms.rule_checks import Path
from app.forms.sentences import SENTENCES
from app.forms.types.money import from_text


def tables_used(form: Form) -> list[tuple[Path, str, str]]:
    """Each table a form looks into, and the column it reads ("" for the key), with its place in service.yaml."""
    used: list[tuple[Path, str, str]] = []
    for field in form.fields.values():
        path: Path = ("form", "fields", field.id)
        if isinstance(field, Address) and field.street:
            used.append(((*path, "street"), field.street, ""))
        if isinstance(field, Date) and field.choose:
            used.append(((*path, "choose", "column"), field.choose.table, field.choose.column))
    return used


def texts_needed(form: Form) -> list[tuple[str, Path]]:
    """The keys of sentences that a form cannot do without, each with the place that needs it."""
    needed: list[tuple[str, Path]] = [
        (f"section.{section.id}.title", ("form", "sections", place)) for place, section in enumerate(form.sections)
    ]
    for field in form.fields.values():
        needed += _texts(field, ("form", "fields", field.id))
        if isinstance(field, Group):
            for inner in field.fields.values():
                needed += _texts(inner, ("form", "fields", field.id, "fields", inner.id))
    return needed


def _texts(field: Field | Simple, path: Path) -> list[tuple[str, Path]]:
    names = ["label"]
    if isinstance(field, (Choice, Choices)):
        names += [f"option.{option.id}" for option in field.options]
    if getattr(field, "pattern", ""):
        names += ["hint", "error.pattern"]
    if field.type == "note":
        names.append("text")
    return [(f"field.{field.path}.{name}", path) for name in names]


def step_of(form: Form, field_id: str) -> Step | None:
    """The step that asks a field."""
    return next((step for step in form.steps if step.ask == field_id), None)


def from_yaml(field: Field | Simple, value: Any) -> Any:
    """An answer as a recorded run writes it (all strings) in the shape that is stored."""
    match field.type:
        case "yes_no" | "declaration":
            return value in (True, "true", "yes")
        case "address" if isinstance(value, Mapping):
            flags = {"in_town": True, "no_fixed_address": False}
            return {**flags, **{k: v in (True, "true") if k in flags else str(v) for k, v in value.items()}}
        case "position" if isinstance(value, str):
            return {"words": value}
        case "position" if isinstance(value, Mapping) and isinstance(value.get("position"), Mapping):
            return {**value, "position": {**value["position"], "accuracy": int(value["position"]["accuracy"])}}
        case "money" if isinstance(field, Money) and isinstance(value, str):
            return from_text(value, field.currency)
        case "group" if isinstance(field, Group):
            return [
                {k: from_yaml(field.fields[k], v) if k in field.fields else v for k, v in row.items()} for row in value
            ]
        case "choices" | "file" if isinstance(value, str):
            return [value]
    return value


def texts_known(form: Form) -> frozenset[str]:
    """Every key of a sentence that a form may have; another one beginning with `field.` or `section.` is a mistake."""
    known = {f"section.{section.id}.title" for section in form.sections}
    for field in form.fields.values():
        known |= _known(field)
        if isinstance(field, Group):
            known |= {key for inner in field.fields.values() for key in _known(inner)}
    return frozenset(known)


def _known(field: Field | Simple) -> set[str]:
    names = {"label", "hint", "why", *errors_of(field.type)}
    match field:
        case Choice() | Choices():
            names |= {f"option.{option.id}{more}" for option in field.options for more in ("", ".hint", ".then")}
        case Person():
            names |= {f"{part}.{name}" for part in ("name", "born") for name in ("label", "hint")}
            names |= {f"born.{name}" for name in errors_of("date")}
            names |= {f"identifier.{name}" for name in errors_of("identifier")}
        case Organisation():
            names |= {f"name.{name}" for name in ("label", "hint")}
    more = {"number": {"unit"}, "declaration": {"statement"}, "note": {"text"}, "yes_no": {"option.yes", "option.no"}}
    return {f"field.{field.path}.{name}" for name in names | more.get(field.type, set())}


def errors_of(kind: str) -> set[str]:
    """The errors that an answer of this type can have, as they stand in the key of a package's own sentence."""
    return {f"error.{name}" for owner, name in SENTENCES if owner in (kind, "any")}

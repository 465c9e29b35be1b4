"""YAML data to pydantic models; what does not fit becomes problems that name the line and say what to do."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from app.catalogue.marked import Marked
from app.catalogue.problems import Problem

Model = TypeVar("Model", bound=BaseModel)
WRITE = {
    "int": "a whole number, as in 0 or 250",
    "float": "a number, as in 0.5",
    "decimal": "a number, as in 12.50",
    "bool": "true or false",
    "date": "a day, as in 2026-10-15",
    "datetime": "a day and an hour, as in 2026-11-28T10:00",
    "date_from_datetime": "a day, as in 2026-10-15",
    "string": "words",
    "list": "a list, as in [one, two]",
    "tuple": "a list, as in [one, two]",
    "dict": "keys with their values, as in {key: value}",
    "model": "keys with their values, as in {key: value}",
}
"""What a thing is to be, by how the names of its errors begin."""
SHAPES = {
    r"^[a-z][a-z0-9_]*$": "small letters, digits and _ only, as in water_cut",
    r"^[a-z][a-z0-9_]{0,39}$": "small letters, digits and _ only, at most 40, as in water_cut",
    r"^[a-z][a-z0-9-]*$": "small letters, digits and - only, as in data-protection",
    r"^\d\d:\d\d-\d\d:\d\d$": "hours, as in 09:00-14:00",
    r"^([01][0-9]|2[0-3]):[0-5][0-9]$": "an hour, as in 09:00",
    r"^[A-Z]{2}$": "two capitals, as in ES",
    r"^[A-Z]{3}$": "three capitals, as in EUR",
    r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$": "a language, as in es or zh-Hant",
}
"""The patterns of this house, in words."""


class Strict(BaseModel):
    """The base of everything that is read from a town folder: frozen, and no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def typed(model: type[Model], marked: Marked | None, problems: list[Problem]) -> Model | None:
    """The data as a model, or None and a problem for each thing that does not fit."""
    if marked is None:
        return None
    try:
        return model.model_validate(marked.data)
    except ValidationError as found:
        problems.extend(_problem(marked, error) for error in found.errors(include_url=False))
        return None


def _problem(marked: Marked, error: ErrorDetails) -> Problem:
    path, last = error["loc"], str(error["loc"][-1]) if error["loc"] else "this file"
    where = ".".join(str(step) for step in path) or "this file"
    match error["type"]:
        case "missing":
            message = f"“{last}” is missing in {'.'.join(map(str, path[:-1])) or 'this file'}. Add it."
        case "extra_forbidden":
            message = f"“{last}” is not known here. Remove it, or mend the spelling."
        case "literal_error" | "enum" | "union_tag_invalid":
            context = error.get("ctx", {})
            if said := context.get("tag"):
                path = (*path, context["discriminator"].strip("'"))
            allowed = context.get("expected") or context.get("expected_tags")
            where = ".".join(str(step) for step in path)
            message = f"{where} is “{_short(said or error['input'])}”. Use one of: {allowed}."
        case "value_error" | "assertion_error":
            reason = error["msg"].removeprefix("Value error, ").removeprefix("Assertion failed, ").rstrip(".")
            message = f"{where}: {reason}."
        case type:
            said, wanted = _short(error["input"]), _wanted(type, error.get("ctx", {}))
            message = f"{where} is “{said}”. {wanted or error['msg'].capitalize() + '. Change it'}."
    return marked.problem(path, message)


def _wanted(type: str, context: Mapping[str, object]) -> str:
    """What to write in its place; "" where only the error itself says it."""
    shape = SHAPES.get(str(context.get("pattern", "")))
    thing = shape or WRITE.get(type.rpartition("_")[0]) or WRITE.get(type.partition("_")[0])
    return (
        f"Write {thing}" if shape or (thing and type.endswith(("_type", "_parsing", "_inexact", "_from_float"))) else ""
    )


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else f"{text[:40]}…"

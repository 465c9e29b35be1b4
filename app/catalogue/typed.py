"""YAML data to pydantic models; what does not fit becomes problems that name the line and say what to do."""

from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from app.catalogue.marked import Marked
from app.catalogue.problems import Problem

Model = TypeVar("Model", bound=BaseModel)


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
        case _:
            message = f"{where} is “{_short(error['input'])}”: {error['msg'].lower()}. Change it."
    return marked.problem(path, message)


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else f"{text[:40]}…"

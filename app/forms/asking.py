"""What every field may say, and the small settings that several types share."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic import Field as Setting

from app.kit.durations import check_duration, is_whole_days, shift_day

Id = Annotated[str, Setting(pattern=r"^[a-z][a-z0-9_]{0,39}$")]


def _bound(value: object) -> object:
    """`today`, a day, or a distance from today (`-P18Y`, `{today: -P18Y}`), kept as text."""
    if isinstance(value, Mapping) and set(value) == {"today"}:
        value = value["today"]
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    if text == "today" or re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return text if text == "today" else date.fromisoformat(text).isoformat()
    if not is_whole_days(check_duration(text)):
        raise ValueError("Write today, a day (2026-11-24), or a distance in days or more (-P18Y).")
    return text


def _option(value: object) -> object:
    return {"id": value} if isinstance(value, str) else value


def named(data: Any, prefix: str) -> Any:
    """Hand each field its id and path, so that a field knows by itself what it is called."""
    if not isinstance(data, Mapping) or not isinstance(data.get("fields"), Mapping):
        return data
    fields = {
        name: {**spec, "id": name, "path": f"{prefix}{name}"} if isinstance(spec, Mapping) else spec
        for name, spec in data["fields"].items()
    }
    return {**data, "fields": fields}


def bound_day(bound: str, today: date) -> date:
    """The day that a bound of a date field means today."""
    if bound == "today":
        return today
    return date.fromisoformat(bound) if bound[0].isdigit() else shift_day(today, bound)


Bound = Annotated[str, BeforeValidator(_bound)]


class Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Common(Strict):
    """What every field may say. `id` and `path` (`others.chip` in a group) come from where it stands."""

    id: str = Setting("", exclude=True)
    path: str = Setting("", exclude=True)
    optional: bool = False
    basis: str = ""
    prefill: str = ""
    autocomplete: str = ""

    @property
    def required(self) -> bool:
        return not self.optional


class Option(Strict):
    """`goes_with`: the answers to the question `by` with which it is offered; without any, with each."""

    id: Id
    retired: bool = False
    goes_with: tuple[Id, ...] = ()


Options = Annotated[tuple[Annotated[Option, BeforeValidator(_option)], ...], Setting(min_length=1)]

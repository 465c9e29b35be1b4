"""The fields of a form, one model a type, read from YAML whose scalars are all strings."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, model_validator
from pydantic import Field as Setting

from app.kit.durations import IsoDuration, check_duration, is_whole_days, shift_day
from app.kit.file_types import TYPES

IDENTIFIERS = ("es.dni", "es.nie", "tw.id", "tw.arc", "passport", "none")
Id = Annotated[str, Setting(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
IdentifierKind = Literal["es.dni", "es.nie", "tw.id", "tw.arc", "passport", "none"]


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


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as problem:
        raise ValueError(f"This pattern cannot be read ({problem}).") from None
    return text


def _whole_days(text: str) -> str:
    if not is_whole_days(text):
        raise ValueError("Write a length in days or more, as in P2D.")
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
    id: Id
    retired: bool = False


Options = Annotated[tuple[Annotated[Option, BeforeValidator(_option)], ...], Setting(min_length=1)]


class Text(Common):
    type: Literal["text"]
    max: Annotated[int, Setting(ge=1, le=2000)] = 200
    pattern: Annotated[str, AfterValidator(_pattern)] = ""


class LongText(Common):
    type: Literal["long_text"]
    max: Annotated[int, Setting(ge=1, le=10_000)] = 2000


class Number(Common):
    type: Literal["number"]
    min: Decimal | None = None
    max: Decimal | None = None
    decimals: Annotated[int, Setting(ge=0, le=6)] = 0


class _Optioned(Common):
    options: Options

    @property
    def offered(self) -> tuple[str, ...]:
        return tuple(option.id for option in self.options if not option.retired)

    @property
    def known(self) -> frozenset[str]:
        return frozenset(option.id for option in self.options)


class Choice(_Optioned):
    type: Literal["choice"]


class Choices(_Optioned):
    type: Literal["choices"]


class YesNo(Common):
    type: Literal["yes_no"]


class Choose(Strict):
    """Days offered: the next `next` on the weekday that `column` of `table` says for the answer `by`."""

    table: Id
    by: Annotated[str, Setting(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$")]
    column: str
    next: Annotated[int, Setting(ge=1, le=20)] = 4
    notice: Annotated[IsoDuration, AfterValidator(_whole_days)] = "P1D"


class Date(Common):
    type: Literal["date"]
    min: Bound | None = None
    max: Bound | None = None
    choose: Choose | None = None


class Address(Common):
    """`street` names a table whose streets are the only ones."""

    type: Literal["address"]
    street: str = ""


class Person(Common):
    type: Literal["person"]
    asks: tuple[Literal["name", "born", "identifier"], ...] = ("name", "born", "identifier")
    kinds: tuple[IdentifierKind, ...] = ()


class Email(Common):
    type: Literal["email"]


class Phone(Common):
    type: Literal["phone"]


class Identifier(Common):
    """`kinds` empty means those of the town; passport and "no document" can always be chosen."""

    type: Literal["identifier"]
    kinds: tuple[IdentifierKind, ...] = ()


class Readers(Strict):
    """Who of the staff opens the files of a question: a function of the workflow, in the case's department."""

    by: Id


class File(Common):
    """`files` names who alone may open them; without it whoever sees the case does."""

    type: Literal["file"]
    accept: Annotated[tuple[Literal["pdf", "jpeg", "png", "heic"], ...], Setting(min_length=1)] = ("pdf", "jpeg", "png")
    max_mb: Annotated[int, Setting(ge=1, le=25)] = 10
    max_files: Annotated[int, Setting(ge=1, le=20)] = 1
    files: Readers | None = None

    @property
    def media_types(self) -> tuple[str, ...]:
        return tuple(TYPES[name] for name in self.accept)


class Declaration(Common):
    type: Literal["declaration"]


class Note(Common):
    type: Literal["note"]


Simple = (
    Text | LongText | Number | Choice | Choices | YesNo | Date | Address | Person | Email | Phone | Identifier
)  # fmt: skip


class Group(Common):
    type: Literal["group"]
    max: Annotated[int, Setting(ge=1, le=50)] = 10
    fields: Annotated[dict[Id, Annotated[Simple, Setting(discriminator="type")]], Setting(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _name(cls, data: Any) -> Any:
        return named(data, f"{data.get('path', '')}." if isinstance(data, Mapping) else "")


Field = Simple | File | Declaration | Note | Group

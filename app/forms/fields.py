"""The fields of a form, one model a type, read from YAML whose scalars are all strings."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, model_validator
from pydantic import Field as Setting

from app.forms.asking import Bound, Common, Id, Options, Strict, named
from app.kit import money
from app.kit.durations import IsoDuration, is_whole_days
from app.kit.file_types import TYPES

IDENTIFIERS = ("es.dni", "es.nie", "tw.id", "tw.arc", "passport", "none")
COMPANY_NUMBERS = ("es.nif", "tw.ubn", "none")
IdentifierKind = Literal["es.dni", "es.nie", "tw.id", "tw.arc", "passport", "none"]
CompanyNumber = Literal["es.nif", "tw.ubn", "none"]
Clock = Annotated[str, Setting(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


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


def _currency(code: str) -> str:
    if not money.is_known(code):
        raise ValueError("Write a currency by its three letters, like EUR.")
    return code


class Money(Common):
    """`min` and `max` are minor units (cents), like everything that is kept of money."""

    type: Literal["money"]
    currency: Annotated[str, AfterValidator(_currency)] = "EUR"
    min: int = 0
    max: Annotated[int, Setting(le=10**12)] = 10**11


class _Optioned(Common):
    """`by` is a question of the form, asked before, whose answer says which options are offered."""

    options: Options
    by: Id | None = None

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
    """`not_before` is a date that the form asks before: nothing is vaccinated before it is born."""

    type: Literal["date"]
    min: Bound | None = None
    max: Bound | None = None
    not_before: Id | None = None
    choose: Choose | None = None


class Month(Common):
    type: Literal["month"]
    min: Bound | None = None
    max: Bound | None = None


class Time(Common):
    """A time of day, to the minute."""

    type: Literal["time"]
    min: Clock | None = None
    max: Clock | None = None


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


class Organisation(Common):
    """A company, an association, a self-employed person: the name and the number it pays taxes under. `kinds` empty
    means those of the town's country; "no number yet" can always be chosen."""

    type: Literal["organisation"]
    kinds: tuple[CompanyNumber, ...] = ()


class Iban(Common):
    type: Literal["iban"]


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


class Position(Common):
    """Where something is: in words, by what a telephone says of itself, or both."""

    type: Literal["position"]
    max: Annotated[int, Setting(ge=1, le=2000)] = 200


class Declaration(Common):
    type: Literal["declaration"]


class Note(Common):
    type: Literal["note"]


Simple = (
    Text | LongText | Number | Money | Choice | Choices | YesNo | Date | Month | Time | Address | Person | Organisation
    | Email | Phone | Identifier | Iban
)  # fmt: skip


class Group(Common):
    """`distinct` are questions of the group of which no two rows have the same answers; `beside` is a question of the
    form, asked before, whose answer none of them has either (the first dog's chip)."""

    type: Literal["group"]
    max: Annotated[int, Setting(ge=1, le=50)] = 10
    distinct: tuple[Id, ...] = ()
    beside: Id | None = None
    fields: Annotated[dict[Id, Annotated[Simple, Setting(discriminator="type")]], Setting(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _name(cls, data: Any) -> Any:
        return named(data, f"{data.get('path', '')}." if isinstance(data, Mapping) else "")


Field = Simple | Position | File | Declaration | Note | Group

"""Typed contexts of the pages on which staff fill a form in for somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from markupsafe import Markup

from app.cases.hands import Receipt, Reported
from app.desk.pages import Need, Option
from app.kit.pages import Page
from app.kit.views import FieldError, When


class Begun(NamedTuple):
    """A form that was begun for somebody and is not sent."""

    service: str
    name: str
    touched: When
    url: str


class Alike(NamedTuple):
    """An open case in which the person asks for the same already."""

    reference: str
    url: str
    received: When


@dataclass(frozen=True)
class Start(Page):
    template: ClassVar[str] = "desk/intake.html"

    services: Sequence[Option]
    service: str
    channels: Sequence[Option]
    channel: str
    paper: str
    knowledge: Sequence[Option]
    known: str
    number: str
    name: str
    languages: Sequence[Option]
    language: str
    begun: Sequence[Begun]
    action_url: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class Dense(Page):
    """All questions of a form. `asked` are those on the page, so that further ones are seen before they are sent;
    `looks_after` is the last input by whose answer others are found who reported the same, "" where none are looked
    for. `tells`: the person has an account, on which she can be told; `news`: the address of one who has none."""

    template: ClassVar[str] = "desk/dense.html"

    service: str
    name: str
    channel: str
    known: str
    needs: Sequence[Need]
    alike: Sequence[Alike]
    reported: Sequence[Reported]
    tells: bool
    news: str
    looks_after: str
    parts: Sequence[Any]
    asked: Sequence[str]
    statements: Sequence[str]
    declarations: Sequence[Option]
    declared: str
    who: str
    came: Any
    multipart: bool
    action_url: str
    back_url: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class WrongDense(Dense):
    """The same with errors, after what was good has been saved."""

    status: ClassVar[int] = 422


@dataclass(frozen=True)
class Declaring(Page):
    """All is written: the code goes out, and she reads it. `sent` is as much of where it went as may be seen, "" while
    no code is out."""

    template: ClassVar[str] = "desk/declaration.html"

    service: str
    name: str
    who: str
    statements: Sequence[str]
    sent: str
    at: When | None
    until: When | None
    ways: Sequence[Option]
    chosen: str
    action_url: str
    back_url: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class WrongDeclaring(Declaring):
    """The same with an error; a wrong code has been counted."""

    status: ClassVar[int] = 422


@dataclass(frozen=True)
class OneRow(Page):
    """One row of a question that repeats, in a form for somebody or in what she answers. `whose`: whose answers."""

    template: ClassVar[str] = "desk/one_row.html"

    title: str
    back_url: str
    back_text: Markup
    question: str
    whose: Markup
    fields: Sequence[Any]
    action_url: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class WrongRow(OneRow):
    status: ClassVar[int] = 422


@dataclass(frozen=True)
class PrintedReceipt(Receipt):
    """The receipt of a case as the clerk prints it; `other_url` has it in the person's language, `paper_url`
    the paper that the case was opened from."""

    template: ClassVar[str] = "desk/receipt.html"

    other_url: str
    other_text: str
    next_url: str
    paper_url: str

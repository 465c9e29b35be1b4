"""Typed context of the page that says who one is to the town."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.forms import Control
from app.kit.pages import Page
from app.kit.views import FieldError, When


@dataclass(frozen=True)
class Who(Page):
    """`name` is "" while the account is nobody known; then a code can be entered."""

    template: ClassVar[str] = "identity/person.html"

    errors: Sequence[FieldError]
    name: str
    how: str
    since: When | None
    code: str


@dataclass(frozen=True)
class ByLetter(Page):
    template: ClassVar[str] = "identity/person_letter.html"

    errors: Sequence[FieldError]
    fields: Sequence[Control]


@dataclass(frozen=True)
class LetterSent(Page):
    """The same for everybody, whatever was typed."""

    template: ClassVar[str] = "identity/person_letter_sent.html"

    days: int


@dataclass(frozen=True)
class Unlinking(Page):
    template: ClassVar[str] = "identity/person_end.html"

    name: str

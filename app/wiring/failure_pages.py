"""The contexts of the pages that say what went wrong."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from markupsafe import Markup

from app.kit.pages import Page
from app.kit.views import Link


@dataclass(frozen=True)
class Lost:
    """Files that have to be chosen again: their field, and what they were called."""

    name: str
    label: Markup
    many: bool


class Typed(NamedTuple):
    """What somebody typed and did not send, under its question."""

    label: str
    value: tuple[str, ...]


@dataclass(frozen=True)
class ErrorPage(Page):
    """`drawing`: shutters, boat or "". `kept` are fields that a button sends again to `again_url`, with `files`;
    `typed` is shown once more, to be copied; `contact`: ways to a person of the town."""

    template: ClassVar[str] = "errors/error.html"

    heading: str
    sentences: tuple[str | Markup, ...]
    links: tuple[Link, ...]
    drawing: str
    kept: tuple[tuple[str, str], ...]
    files: tuple[Lost, ...]
    again_url: str
    reference_hint: bool
    contact: bool
    typed: tuple[Typed, ...]


@dataclass(frozen=True)
class DeskErrorPage(ErrorPage):
    """The same for whoever works here, at the desk."""

    template: ClassVar[str] = "desk/lost.html"

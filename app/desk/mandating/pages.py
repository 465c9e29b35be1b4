"""Typed contexts of the pages on which clerks see and record who acts for somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.desk.pages import Option
from app.forms import Control
from app.identity.mandates import Line
from app.kit.pages import Page
from app.kit.views import FieldError


@dataclass(frozen=True)
class Shown:
    """A mandate with what a clerk saw; `scan_url` is "" where there is none, `end_url` and `news_url` where it has
    ended."""

    line: Line
    what: str
    seen: str
    scan_url: str
    end_url: str
    news_url: str


@dataclass(frozen=True)
class OnFile(Page):
    template: ClassVar[str] = "desk/mandates.html"

    name: str
    codes_url: str
    mandates: Sequence[Shown]
    fields: Sequence[Control]
    errors: Sequence[FieldError]
    scan_error: str


@dataclass(frozen=True)
class WrongOnFile(OnFile):
    """The same page with what is wrong."""

    status: ClassVar[int] = 422


@dataclass(frozen=True)
class MandateEndedHere(Page):
    template: ClassVar[str] = "desk/mandate_end.html"

    name: str
    helper: str
    back_url: str


@dataclass(frozen=True)
class News(Page):
    """Who gets the news of a mandate of this person, and how she agreed to what the clerk writes down."""

    template: ClassVar[str] = "desk/mandate_news.html"

    name: str
    helper: str
    question: str
    hint: str
    choices: Sequence[Option]
    chosen: str
    ways: Sequence[Option]
    way: str
    errors: Sequence[FieldError]
    back_url: str
    action_url: str

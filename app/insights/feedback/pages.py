"""Typed contexts of the pages that ask, and of those at the desk that show what was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from app.insights.pages import Row
from app.kit.pages import Page
from app.kit.views import FieldError, Named, Option


@dataclass(frozen=True)
class Asks(Page):
    """The form. `hidden` goes along with it; `kept` says what is kept of the answer."""

    template: ClassVar[str] = "insights/feedback.html"
    discreet: ClassVar[bool] = True

    errors: Sequence[FieldError]
    title: str
    about: Named
    question: str
    options: Sequence[Option]
    chosen: Sequence[str]
    words: str
    most: int
    kept: str
    hidden: Sequence[Option]
    action_url: str


@dataclass(frozen=True)
class Thanks(Page):
    template: ClassVar[str] = "insights/thanks.html"
    discreet: ClassVar[bool] = True

    about: Named


class Said(NamedTuple):
    """What one wrote, in the language of the page where she wrote it. `ease` is "" where too few answered."""

    words: str
    lang: str
    about: str
    when: str
    ease: str
    removal_url: str


@dataclass(frozen=True)
class FeedbackPage(Page):
    """At the desk. `cases` and `pages` are lines of tables, each cell in words, "" where it is not shown. `earlier` and
    `later` lead to other lines of what was written."""

    template: ClassVar[str] = "insights/desk_feedback.html"

    abouts: Sequence[Option]
    about: str
    months: Sequence[Option]
    month: str
    eases: Sequence[Option]
    ease: str
    cases: Sequence[Row]
    pages: Sequence[Row]
    lines: Sequence[Said]
    earlier: str
    later: str


@dataclass(frozen=True)
class Removal(Page):
    template: ClassVar[str] = "insights/feedback_removal.html"

    words: str
    words_lang: str
    about: str
    action_url: str
    back_url: str

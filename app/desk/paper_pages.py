"""Typed contexts of the pages on which papers that came in find their cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from markupsafe import Markup

from app.desk.pages import Option
from app.kit.pages import Page
from app.kit.views import FieldError, When


class PaperLine(NamedTuple):
    name: str
    url: str
    pages: str
    came: When
    references: str


@dataclass(frozen=True)
class PapersPage(Page):
    template: ClassVar[str] = "desk/papers.html"

    papers: Sequence[PaperLine]
    came: Any
    action_url: str
    back_url: str
    errors: Sequence[FieldError]


class Leaf(NamedTuple):
    """One page as a small picture; `text` says what it names or where it went."""

    number: int
    picture_url: str
    text: str


@dataclass(frozen=True)
class PaperPage(Page):
    template: ClassVar[str] = "desk/paper.html"

    name: str
    came: When
    leaves: Sequence[Leaf]
    first: str
    last: str
    turns: Sequence[Option]
    turn: str
    reference: str
    kinds: Sequence[Option]
    kind: str
    action_url: str
    intake_url: str
    removal_url: str
    back_url: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class CoverPage(Page):
    """The sheet that lies on top of papers: it says to which case they belong."""

    template: ClassVar[str] = "desk/cover.html"

    reference: str
    service: str
    words_lang: str
    words_dir: str
    qr: Markup | None
    back_url: str


@dataclass(frozen=True)
class PaperRemovalPage(Page):
    """`left` says that pages are in no case yet, "" where all are."""

    template: ClassVar[str] = "desk/paper_removal.html"

    name: str
    left: str
    action_url: str
    back_url: str

"""Typed contexts of the pages on which two cases become one, and two again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from markupsafe import Markup

from app.desk.queue_pages import Option
from app.kit.pages import Page
from app.kit.views import FieldError, When


class Half(NamedTuple):
    """One of the two: what becomes of it, what it is, and who sent it."""

    title: str
    reference: str
    url: str
    who: str
    received: When
    state_kind: str
    state_text: str


@dataclass(frozen=True)
class MergerPage(Page):
    """`halves` are there once the other case is named; `refusal` says why the two stay apart."""

    template: ClassVar[str] = "desk/merger.html"

    reference: str
    case_url: str
    heading: Markup
    action_url: str
    halves: Sequence[Half]
    happens: Sequence[str]
    refusal: str
    typed: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class PartingPage(Page):
    template: ClassVar[str] = "desk/parting.html"

    title: str
    button: str
    reference: str
    case_url: str
    action_url: str
    halves: Sequence[Half]
    happens: Sequence[str]


@dataclass(frozen=True)
class Joined:
    """A case that goes on in the one that is open: where it came from, and what is in it. `part_url` is the way to
    take it out again, "" where that is too late."""

    reference: str
    url: str
    who: str
    received: When
    sections: Sequence[Any]
    messages: Sequence[Any]
    notes: Sequence[Any]
    files: Sequence[Any]
    part_url: str


@dataclass(frozen=True)
class SplitPage(Page):
    """Which messages and papers of a case belong to a second one."""

    template: ClassVar[str] = "desk/split.html"

    reference: str
    case_url: str
    heading: Markup
    action_url: str
    messages: Sequence[Option]
    chosen_messages: Sequence[str]
    files: Sequence[Option]
    chosen_files: Sequence[str]
    reason: str
    happens: Sequence[str]
    errors: Sequence[FieldError]


class Origin(NamedTuple):
    """The case from which one was split off, and why; `back_url` is the way to put it back, "" where it is too late."""

    reference: str
    url: str
    reason: str
    back_url: str

"""Typed contexts of the pages about many cases at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from app.desk.queue_pages import Option
from app.kit.pages import Page
from app.kit.views import FieldError, When


class Pick(NamedTuple):
    """A case that can be ticked."""

    reference: str
    service: str
    who: str
    state_kind: str
    state_text: str
    due_text: str
    late: bool
    assignee: str
    ticked: bool


@dataclass(frozen=True)
class BatchPage(Page):
    """The cases of a part of the queue, counted and listed, and what can be done with them. `more`: they are more than
    may be done at once."""

    template: ClassVar[str] = "desk/batch.html"

    counted: str
    filters: Sequence[str]
    more: bool
    picks: Sequence[Pick]
    which: Sequence[Option]
    chosen_which: str
    kinds: Sequence[Option]
    kind: str
    steps_note: str
    colleagues: Sequence[Option]
    to: str
    words: str
    action_url: str
    queue_url: str
    errors: Sequence[FieldError]


class Outcome(NamedTuple):
    reference: str
    url: str
    service: str
    good: bool
    text: str
    undone_good: bool
    undone_text: str


@dataclass(frozen=True)
class BatchDonePage(Page):
    """What became of each case, and, where it was taken back, of that."""

    template: ClassVar[str] = "desk/batch_done.html"

    title: str
    what: str
    at: When
    outcomes: Sequence[Outcome]
    undone: bool
    due: bool
    undo_url: str

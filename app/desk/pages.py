"""Typed contexts of the desk's templates."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from markupsafe import Markup

from app.desk.merging_pages import Joined, Origin
from app.desk.queue_pages import Option as Option
from app.desk.queue_pages import Queue
from app.kit.pages import Page
from app.kit.views import FieldError, Link, When


@dataclass(frozen=True)
class Side:
    """One side of the counter; a paragraph in the person's language is marked as such."""

    title: str
    paragraphs: Sequence[str | Markup]
    turn: bool


@dataclass(frozen=True)
class Need:
    """What the person needs to be served well; `words` are her own."""

    icon: str
    title: str
    text: str
    words: str = ""


class Action(NamedTuple):
    """`kind`: main, quiet or link. `post`: a form of its own instead of a page."""

    id: str
    text: str
    url: str
    kind: str
    post: bool = False


@dataclass(frozen=True)
class Assign:
    """`me`: who looks, where nobody has the case and she may take it with one press; "" elsewhere."""

    action_url: str
    options: Sequence[Option]
    chosen: str
    me: str


class CheckLine(NamedTuple):
    """What was written beside what the register says."""

    what: str
    wrote: str
    register: str
    same: bool
    result: str


class Fact(NamedTuple):
    label: str
    value: str | Sequence[str | Markup]
    note: str = ""
    dir: str = ""


@dataclass(frozen=True)
class Typed:
    """What was typed into a form that had an error."""

    text: str = ""
    note: str = ""
    words: str = ""


@dataclass(frozen=True)
class CasePage(Page):
    template: ClassVar[str] = "desk/case.html"
    slots: ClassVar[bool] = True

    queue: Queue
    reference: str
    heading: Markup
    related: Sequence[Any]
    first_url: str
    served: str
    seen_too: str
    others: Sequence[Any]
    state_kind: str
    state_text: str
    received: When
    due_text: str
    late: bool
    needs: Sequence[Need]
    ours: Side
    yours: Side
    clock: Sequence[Any]
    asked: Any
    choices: Sequence[Link]
    pending: Any
    decision: Any
    actions: Sequence[Action]
    advice: Any
    checks: Sequence[CheckLine]
    sections: Sequence[Any]
    messages: Sequence[Any]
    message_url: str
    message_hint: str
    notes: Sequence[Any]
    note_url: str
    history: Sequence[Any]
    files: Sequence[Any]
    person_name: str
    person: Sequence[Fact]
    assign: Assign | None
    together: Sequence[Link]
    twin: str
    twin_url: str
    merge_url: str
    onward: str
    onward_url: str
    joined: Sequence[Joined]
    origin: Sequence[Origin]
    errors: Sequence[FieldError]
    typed: Typed


@dataclass(frozen=True)
class Slot:
    name: str
    label: str
    value: str
    hint: str = ""


@dataclass(frozen=True)
class Phrase:
    """A reusable reason: its name in the clerk's list, what it says, and the same as the person reads it."""

    value: str
    label: str
    says: str
    theirs: str
    theirs_lang: str
    theirs_dir: str
    slots: Sequence[Slot]


@dataclass(frozen=True)
class RequestPage(Page):
    template: ClassVar[str] = "desk/request.html"

    reference: str
    title: str
    heading: Markup
    needs: Sequence[Need]
    case_url: str
    action_url: str
    fields: Sequence[Option]
    chosen: Sequence[str]
    reasons: Sequence[Option]
    reason: str
    phrases: Sequence[Phrase]
    chosen_phrases: Sequence[str]
    text: str
    clock_note: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class DecisionPage(Page):
    """`heard`: the last message of the person, where she may be refused."""

    template: ClassVar[str] = "desk/decision.html"

    reference: str
    title: str
    heading: Markup
    needs: Sequence[Need]
    lead: str
    case_url: str
    action_url: str
    reasons: Sequence[Phrase]
    reasons_needed: bool
    chosen: Sequence[str]
    conditions: Sequence[Phrase]
    conditions_needed: bool
    chosen_conditions: Sequence[str]
    text: str
    text_label: str
    text_hint: str
    remedy: Sequence[str]
    remedy_lang: str
    heard: Any
    advice: Sequence[str]
    recall_note: str
    button: str
    grave: bool
    errors: Sequence[FieldError]

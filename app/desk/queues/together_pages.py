"""Typed contexts of tasks and of cases that belong together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from markupsafe import Markup

from app.desk.queue_pages import Option
from app.kit.pages import Page
from app.kit.views import FieldError


class TaskLine(NamedTuple):
    """`done_url`: where it is said to be done; "" once it is. `origin`: the merged case that it came with."""

    what: str
    who: str
    until: str
    late: bool
    done_url: str
    origin: str


@dataclass(frozen=True)
class TasksPage(Page):
    template: ClassVar[str] = "desk/tasks.html"

    reference: str
    case_url: str
    heading: Markup
    tasks: Sequence[TaskLine]
    action_url: str
    what: str
    colleagues: Sequence[Option]
    who: str
    until: Sequence[Any]
    errors: Sequence[FieldError]


class RelatedLine(NamedTuple):
    reference: str
    url: str
    service: str
    state_kind: str
    state_text: str
    why: str
    unlink_url: str
    merge_url: str


@dataclass(frozen=True)
class RelatedPage(Page):
    template: ClassVar[str] = "desk/related.html"

    reference: str
    case_url: str
    heading: Markup
    twin: str
    twin_url: str
    lines: Sequence[RelatedLine]
    action_url: str
    typed: str
    errors: Sequence[FieldError]

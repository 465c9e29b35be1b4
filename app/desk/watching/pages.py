"""Typed context of the page of what was raised."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from app.kit.pages import Page
from app.kit.views import FieldError, When


class Line(NamedTuple):
    """`field` is the note's; `seen`: when somebody looked into it, and who."""

    id: str
    who: str
    told: str
    day: str
    field: str
    typed: str
    action_url: str
    seen: When | None
    by: str
    note: str


@dataclass(frozen=True)
class WatchingPage(Page):
    template: ClassVar[str] = "desk/staff/watching.html"

    errors: Sequence[FieldError]
    lines: Sequence[Line]
    staff_url: str

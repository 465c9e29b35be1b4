"""Typed contexts of the pages about who is away, and about a team."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from app.desk.queue_pages import Option
from app.kit.pages import Page
from app.kit.views import FieldError


class AbsenceLine(NamedTuple):
    """`end_url`: where whoever may ends it; `left`: where nobody stands in, in words."""

    who: str
    days: str
    stand_in: str
    left: str
    now: bool
    end_url: str
    end_text: str


@dataclass(frozen=True)
class AbsencesPage(Page):
    template: ClassVar[str] = "desk/absences.html"

    absences: Sequence[AbsenceLine]
    persons: Sequence[Option]
    who: str
    stand_ins: Sequence[Option]
    stand_in: str
    first: Sequence[Any]
    last: Sequence[Any]
    errors: Sequence[FieldError]
    action_url: str

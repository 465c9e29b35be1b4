"""Typed contexts of the supervisor's pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from app.desk.queue_pages import Option
from app.kit.pages import Page
from app.kit.views import FieldError, When


class LoadLine(NamedTuple):
    """Who or what, where its cases are, the numbers in the order of the heads, and where they are shared out."""

    name: str
    url: str
    note: str
    cells: Sequence[str]
    share_url: str


class SampleLine(NamedTuple):
    reference: str
    service: str
    decided: str
    by: str
    when: When
    state_kind: str
    state_text: str
    note: str
    url: str


@dataclass(frozen=True)
class TeamPage(Page):
    template: ClassVar[str] = "desk/team.html"

    departments: str
    clerks: Sequence[LoadLine]
    services: Sequence[LoadLine]
    samples: Sequence[SampleLine]


@dataclass(frozen=True)
class SamplePage(Page):
    template: ClassVar[str] = "desk/sample.html"

    reference: str
    case_url: str
    service: str
    decided: str
    by_rule: bool
    otherwise: str
    when: When
    verdicts: Sequence[Option]
    verdict: str
    note: str
    done: str
    action_url: str
    errors: Sequence[FieldError]

"""Typed contexts of the start page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from app.desk.queues.view_pages import ViewLine
from app.kit.pages import Page
from app.kit.views import When


class Count(NamedTuple):
    """A part of the queue with its number, and where it is. `late`: somebody waits too long."""

    text: str
    number: str
    url: str
    late: bool


class ArrivedLine(NamedTuple):
    """Something that happened to a case; of the person it says nothing."""

    what: str
    service: str
    reference: str
    url: str
    when: When


class Arrivals(NamedTuple):
    """`more`: there is more than is shown, all of it at `url`."""

    title: str
    lines: Sequence[ArrivedLine]
    more: str
    url: str


class MyTaskLine(NamedTuple):
    """`away`: the colleague whose task it is, where she stands in for her."""

    what: str
    reference: str
    url: str
    until: str
    late: bool
    away: str


class MentionLine(NamedTuple):
    """Somebody named her in a note of a case. `seen_url`: where she says that she saw it."""

    who: str
    reference: str
    url: str
    when: When
    seen_url: str


@dataclass(frozen=True)
class StartPage(Page):
    """`left`: when she left, None at her first visit."""

    template: ClassVar[str] = "desk/start.html"

    counts: Sequence[Count]
    tasks: Sequence[MyTaskLine]
    mentions: Sequence[MentionLine]
    views: Sequence[ViewLine]
    left: When | None
    arrivals: Sequence[Arrivals]
    leads: bool

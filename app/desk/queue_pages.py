"""Typed contexts of the queue and of the pages around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from app.kit.pages import Page
from app.kit.views import Option as Option


@dataclass(frozen=True)
class Tab:
    text: str
    count: str
    url: str
    current: bool


class Filter(NamedTuple):
    name: str
    label: str
    options: Sequence[Option]
    chosen: str
    empty: str


class QueueLine(NamedTuple):
    reference: str
    url: str
    service: str
    who: str
    state_kind: str
    state_text: str
    due_text: str
    late: bool
    open: bool
    assignee: str
    twin: str


@dataclass(frozen=True)
class Queue:
    """`chosen`: the filters that are set, in words; without them it is at `whole_url`."""

    url: str
    title: str
    summary: str
    tabs: Sequence[Tab]
    filters: Sequence[Filter]
    chosen: Sequence[str]
    whole_url: str
    filter_url: str
    kept: Sequence[tuple[str, str]]
    lines: Sequence[QueueLine]
    save_url: str
    batch_url: str
    poll_url: str
    earlier: str
    later: str


@dataclass(frozen=True)
class QueuePage(Page):
    template: ClassVar[str] = "desk/queue.html"
    slots: ClassVar[bool] = True

    queue: Queue

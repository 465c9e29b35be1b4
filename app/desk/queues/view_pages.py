"""Typed contexts of the pages of saved views, and of what is new in a part of the queue."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from app.desk.queue_pages import Option
from app.kit.pages import Page
from app.kit.views import FieldError


class ViewLine(NamedTuple):
    """A saved view: where it leads, with whom it is shared, and where it is removed by whoever may."""

    name: str
    url: str
    shared: str
    removal_url: str


@dataclass(frozen=True)
class ViewsPage(Page):
    """All saved views; with `filters` a new one may be saved, which will show just these."""

    template: ClassVar[str] = "desk/views.html"

    views: Sequence[ViewLine]
    filters: Sequence[str]
    action_url: str
    queue_url: str
    name: str
    shares: Sequence[Option]
    share: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class ViewRemovalPage(Page):
    template: ClassVar[str] = "desk/view_removal.html"

    name: str
    shared: str
    action_url: str
    back_url: str


@dataclass(frozen=True)
class NewsPage(Page):
    """How much came into a part of the queue since it was shown; `poll_url` asks again."""

    template: ClassVar[str] = "desk/news.html"
    slots: ClassVar[bool] = True

    words: str
    url: str
    poll_url: str


class ShortcutLine(NamedTuple):
    name: str
    label: str
    key: str


@dataclass(frozen=True)
class ShortcutsPage(Page):
    template: ClassVar[str] = "desk/shortcuts.html"

    lines: Sequence[ShortcutLine]
    options: Sequence[Option]
    wanted: Sequence[str]
    action_url: str
    errors: Sequence[FieldError]

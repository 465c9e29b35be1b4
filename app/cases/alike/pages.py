"""What everybody may read of reports that look the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from markupsafe import Markup

from app.kit.pages import Page
from app.kit.views import FieldError, When


class Reported(NamedTuple):
    """`title` are the public answers, `called` the same in one line; `mark_of` is that of the state.
    `mine`: the reader's own case; `url` leads to it where it may be opened."""

    mark: str
    title: Sequence[Markup]
    called: str
    since: When
    state: str
    mark_of: str
    near: str
    others: str
    url: str
    mine: bool
    seen: bool
    told: bool


@dataclass(frozen=True)
class AlikePage(Page):
    """`seen`: the reader said of one that she sees it. `asked`: without an account she left an address, `email`."""

    template: ClassVar[str] = "cases/alike.html"

    service: str
    reported: Sequence[Reported]
    signed_in: bool
    seen: bool
    errors: Sequence[FieldError]
    email: str
    asked: bool
    past: int
    total: int
    progress: str
    back_url: str
    action_url: str
    onward_url: str


class NewsLine(NamedTuple):
    """`proven`: she who has the address wants to be told."""

    report: Reported
    proven: bool


@dataclass(frozen=True)
class NewsPage(Page):
    """`asks`: about one of them she has not said yes."""

    template: ClassVar[str] = "cases/reports.html"
    discreet: ClassVar[bool] = True

    lines: Sequence[NewsLine]
    asks: bool
    action_url: str

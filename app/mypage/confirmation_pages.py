"""Typed context of what somebody is asked who was named in a request."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from markupsafe import Markup

from app.kit.pages import Page
from app.kit.views import When


class Fact(NamedTuple):
    """A question of the request, and its answer in lines."""

    label: str
    value: Sequence[Markup]


@dataclass(frozen=True)
class Confirmation(Page):
    """`facts` are the answers she may read, `said` what she said already and whether that stands."""

    template: ClassVar[str] = "mypage/confirmation.html"

    title: str
    service: str
    by: str
    facts: Sequence[Fact]
    means: Sequence[str]
    agree: str
    decline: str
    until: When | None
    said: Sequence[str]
    open: bool
    state: str
    action_url: str

"""Typed context of what somebody agreed to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from app.kit.pages import Page
from app.kit.views import When


class UseLine(NamedTuple):
    """A use of her data: for what, to whom, what it means to take it back; `agreed` now, since when (None: by law)."""

    what: str
    title: str
    whom: str
    without: str
    agreed: bool
    since: When | None


class AgreedLine(NamedTuple):
    """Something else she agreed to, and where she changes it."""

    title: str
    meta: str
    url: str
    link: str


class SaidLine(NamedTuple):
    title: str
    meta: str
    when: When


@dataclass(frozen=True)
class Consents(Page):
    template: ClassVar[str] = "mypage/consents.html"

    uses: Sequence[UseLine]
    agreed: Sequence[AgreedLine]
    said: Sequence[SaidLine]

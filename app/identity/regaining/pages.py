"""Typed context of the page that stops it."""

from dataclasses import dataclass
from typing import ClassVar

from app.kit.pages import Page
from app.kit.views import When


@dataclass(frozen=True)
class Stop(Page):
    """`state`: waits, over, unknown."""

    template: ClassVar[str] = "identity/regaining.html"

    state: str
    due: When | None


@dataclass(frozen=True)
class Over(Stop):
    status: ClassVar[int] = 410

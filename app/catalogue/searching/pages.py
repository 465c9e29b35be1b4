"""The context of the page of search."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from markupsafe import Markup

from app.catalogue.pages import ServiceLine, Way
from app.catalogue.writing.pages import Tile
from app.kit.pages import Page


class Why(NamedTuple):
    """Words that were found, and where they stand. `lang` is "" where they are in the page's language."""

    place: str
    words: Sequence[Markup]
    lang: str


@dataclass(frozen=True)
class Result:
    """`kind` in words. `lang` and `dir` of title and summary are "" where they are in the page's language."""

    kind: str
    title: Markup
    url: str
    summary: Markup
    lang: str
    dir: str
    why: Sequence[Why]


@dataclass(frozen=True)
class FoundPage(Page):
    """`asked` is "" before anything was; `heading` says how many were found. `life_events`, `services` and `ways`
    are for whoever found nothing."""

    template: ClassVar[str] = "catalogue/search.html"
    slots: ClassVar[bool] = True

    asked: str
    heading: str
    results: Sequence[Result]
    life_events: Sequence[Tile]
    services: Sequence[ServiceLine]
    ways: Sequence[Way]

    def spoken(self) -> tuple[str, ...]:
        return (self.heading,) if self.asked else ()

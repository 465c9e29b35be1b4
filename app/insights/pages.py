"""Typed contexts of the room's templates."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from app.kit.pages import Page
from app.kit.views import Option


class Bar(NamedTuple):
    """A place in a chart: what it is, in a few letters, and its heights in hundredths of the highest."""

    label: str
    first: int
    second: int


class Row(NamedTuple):
    """A line of a table, each cell in words; "" is masked, or unknown."""

    name: str
    cells: Sequence[str]


class Asked(NamedTuple):
    """Words that found nothing, in which language, and how often."""

    words: str
    lang: str
    dir: str
    language: str
    number: str


@dataclass(frozen=True)
class FiguresPage(Page):
    """`in_vain` is what was searched and not found, `all_in_vain` says how often that was, "" if hardly.
    `chart_text` says in words what the chart shows; `top` is its highest number."""

    template: ClassVar[str] = "insights/figures.html"

    services: Sequence[Option]
    service: str
    bars: Sequence[Bar]
    top: str
    chart_text: str
    months: Sequence[Row]
    by_service: Sequence[Row]
    channels: Sequence[Row]
    csv_url: str
    in_vain: Sequence[Asked]
    all_in_vain: str


class ServiceNumbers(NamedTuple):
    """A service in numbers. `lang` and `dir` are "" where its name is in the page's language; "" is not told."""

    name: str
    url: str
    lang: str
    dir: str
    cells: Sequence[str] = ()


@dataclass(frozen=True)
class NumbersPage(Page):
    """`too_few`: services without numbers."""

    template: ClassVar[str] = "insights/numbers.html"

    title: str
    lead: str
    services: Sequence[ServiceNumbers]
    too_few: Sequence[ServiceNumbers]

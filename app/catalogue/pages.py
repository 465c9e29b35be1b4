"""The context of each public page."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from app.kit.pages import Page
from app.kit.panels import InNumbers
from app.kit.views import Glance, Named, Option, When


@dataclass(frozen=True)
class Whole(Page):
    """A page that is whole in one language: `fallback_lang` and `fallback_dir` are "" when that is its own."""

    fallback_lang: str
    fallback_dir: str


@dataclass(frozen=True)
class ServiceLine:
    """`lang` and `dir` of name and summary: "" when they are in the page's language."""

    name: str
    summary: str
    meta: str
    url: str
    lang: str
    dir: str
    icon: str = ""


@dataclass(frozen=True)
class ServiceGroup:
    id: str
    title: str
    services: tuple[ServiceLine, ...]


@dataclass(frozen=True)
class Way:
    """A way to a person. `lang` and `dir` as for a service."""

    icon: str
    title: str
    body: Markup
    lang: str
    dir: str


@dataclass(frozen=True)
class ServicesPage(Page):
    template: ClassVar[str] = "catalogue/services.html"

    groups: tuple[ServiceGroup, ...]


@dataclass(frozen=True)
class Coming:
    """A day on which something comes round, and what."""

    day: When
    what: str


@dataclass(frozen=True)
class Rounds:
    """What comes round in a street. `street` is "" while none is chosen; `unknown` is what was asked for and is no
    street of the table."""

    title: str
    streets: tuple[Option, ...]
    street: str
    unknown: str
    days: tuple[Coming, ...]
    action_url: str
    feed_url: str


@dataclass(frozen=True)
class ServicePage(Whole):
    template: ClassVar[str] = "catalogue/service.html"

    drawing: str
    name: str
    lead: str
    easy: Markup
    glance: tuple[Glance, ...]
    who: Markup
    need: Markup
    how_long: Markup
    cost: Markup
    after: Markup
    other_ways: Markup
    start: str
    start_url: str
    resume_url: str
    department: str
    level_note: str
    numbers: InNumbers
    rounds: Rounds | None
    articles: tuple[Named, ...]
    life_events: tuple[Named, ...]


@dataclass(frozen=True)
class DiscreetServicePage(ServicePage):
    """Of a service that is nobody else's business."""

    discreet: ClassVar[bool] = True


@dataclass(frozen=True)
class PlainPage(Whole):
    template: ClassVar[str] = "catalogue/page.html"

    title: str
    body: Markup


@dataclass(frozen=True)
class OfflinePage(Page):
    """What a browser shows without network; `ways` need none to be read."""

    template: ClassVar[str] = "catalogue/offline.html"

    ways: tuple[Way, ...]

"""The context of the pages that show what a town writes."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from markupsafe import Markup

from app.catalogue.pages import ServiceLine, Way, Whole
from app.catalogue.writing.event_pages import Asked, EventLine
from app.kit.pages import Page
from app.kit.views import Named, Option, When


class Tile(NamedTuple):
    """A life event, as a tile with its drawing."""

    icon: str
    text: str
    url: str
    lang: str
    dir: str


@dataclass(frozen=True)
class Step:
    """`link` leads to the service or article of the step."""

    title: str
    when: str
    body: Markup
    link: Named | None


@dataclass(frozen=True)
class Told:
    """An announcement that holds now. `where` names its streets."""

    id: str
    title: str
    body: Markup
    where: str
    until: When
    lang: str
    dir: str


@dataclass(frozen=True)
class HomePage(Page):
    """`often` is searched for often; `how_many` services there are in all."""

    template: ClassVar[str] = "catalogue/home.html"

    often: tuple[Named, ...]
    announcements: tuple[Told, ...]
    life_events: tuple[Tile, ...]
    services: tuple[ServiceLine, ...]
    how_many: int
    events: tuple[EventLine, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class LifeEventsPage(Page):
    template: ClassVar[str] = "catalogue/life_events.html"

    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class LifeEventPage(Whole):
    template: ClassVar[str] = "catalogue/life_event.html"

    title: str
    summary: str
    icon_name: str
    steps: tuple[Step, ...]
    services: tuple[ServiceLine, ...]
    articles: tuple[Named, ...]


@dataclass(frozen=True)
class DiscreetLifeEventPage(LifeEventPage):
    """Of something that is nobody else's business."""

    discreet: ClassVar[bool] = True


class Topic(NamedTuple):
    """The articles of a department."""

    id: str
    title: str
    articles: tuple[Named, ...]


@dataclass(frozen=True)
class ArticlesPage(Page):
    template: ClassVar[str] = "catalogue/articles.html"

    topics: tuple[Topic, ...]


@dataclass(frozen=True)
class ArticlePage(Whole):
    """`exit_url` is a harmless page to leave for at once, "" where nobody has to."""

    template: ClassVar[str] = "catalogue/article.html"

    title: str
    summary: str
    body: Markup
    reviewed: When
    services: tuple[ServiceLine, ...]
    life_events: tuple[Named, ...]
    ask: Asked
    exit_url: str


@dataclass(frozen=True)
class DiscreetArticlePage(ArticlePage):
    """Of something that is nobody else's business."""

    discreet: ClassVar[bool] = True


@dataclass(frozen=True)
class AnnouncementsPage(Page):
    """`street` is the chosen one, or ""."""

    template: ClassVar[str] = "catalogue/announcements.html"

    street: str
    streets: tuple[Option, ...]
    announcements: tuple[Told, ...]

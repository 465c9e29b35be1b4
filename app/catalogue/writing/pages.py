"""The context of the pages that show what a town writes."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from markupsafe import Markup

from app.catalogue.pages import Named, ServiceLine, Street, Way
from app.kit.pages import Page
from app.kit.views import When


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
class Asked:
    """The department that one asks about a page; "" for what it does not have."""

    name: str
    phone: str
    phone_url: str
    email: str
    office: Named | None


@dataclass(frozen=True)
class EventLine:
    """An event at its next time: `weekday` and `day` stand in the window, `when` says all of it."""

    title: Named
    iso: str
    weekday: str
    day: str
    when: str
    where: str
    more: str


@dataclass(frozen=True)
class OfficeLine:
    """`state` says whether it is open now; `open` draws it."""

    name: Named
    address: Markup
    open: bool
    state: str
    hours: Markup


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
class LifeEventPage(Page):
    """`fallback_lang` and `fallback_dir` are "" when all of it is in the page's language, here and below."""

    template: ClassVar[str] = "catalogue/life_event.html"

    title: str
    summary: str
    icon_name: str
    steps: tuple[Step, ...]
    services: tuple[ServiceLine, ...]
    articles: tuple[Named, ...]
    fallback_lang: str
    fallback_dir: str


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
class ArticlePage(Page):
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
    fallback_lang: str
    fallback_dir: str


@dataclass(frozen=True)
class DiscreetArticlePage(ArticlePage):
    """Of something that is nobody else's business."""

    discreet: ClassVar[bool] = True


@dataclass(frozen=True)
class EventsPage(Page):
    template: ClassVar[str] = "catalogue/events.html"

    events: tuple[EventLine, ...]
    feed_url: str


@dataclass(frozen=True)
class EventPage(Page):
    """`office` is where it takes place, if that is an office; `there` what makes it easy to take part."""

    template: ClassVar[str] = "catalogue/event.html"

    title: str
    summary: str
    body: Markup
    repeats: str
    dates: tuple[When, ...]
    place: str
    address: str
    office: Named | None
    access: Markup
    there: tuple[str, ...]
    cost: str
    booking: str
    ask: Asked
    calendar_url: str
    fallback_lang: str
    fallback_dir: str


@dataclass(frozen=True)
class OfficesIndexPage(Page):
    template: ClassVar[str] = "catalogue/offices_index.html"

    offices: tuple[OfficeLine, ...]


class DayHours(NamedTuple):
    day: str
    hours: str


@dataclass(frozen=True)
class OfficePage(Page):
    template: ClassVar[str] = "catalogue/office.html"

    name: str
    address: Markup
    open: bool
    state: str
    hours: Markup
    week: tuple[DayHours, ...]
    step_free: bool
    access: Markup
    getting_there: Markup
    text_contact: Markup
    phone: str
    phone_url: str
    email: str
    departments: tuple[str, ...]
    events: tuple[EventLine, ...]


@dataclass(frozen=True)
class AnnouncementsPage(Page):
    """`street` is the chosen one, or ""."""

    template: ClassVar[str] = "catalogue/announcements.html"

    street: str
    streets: tuple[Street, ...]
    announcements: tuple[Told, ...]

"""The contexts of the pages of what is on."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from app.catalogue.pages import Whole
from app.kit.pages import Page
from app.kit.views import Named, When


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
class EventsPage(Page):
    template: ClassVar[str] = "catalogue/events.html"

    events: tuple[EventLine, ...]
    feed_url: str


@dataclass(frozen=True)
class EventPage(Whole):
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

"""The contexts of the pages of offices: with all ways to a person, in a list, and each its own."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from markupsafe import Markup

from app.catalogue.writing.event_pages import EventLine
from app.kit.pages import Page
from app.kit.views import Named


@dataclass(frozen=True)
class OfficeCard:
    """An office; "" or an empty Markup for what it does not have. `url` leads to its own page."""

    name: str
    url: str
    address: Markup
    hours: Markup
    access: Markup
    text_contact: Markup
    phone: str
    phone_url: str
    email: str


@dataclass(frozen=True)
class OfficeLine:
    """`state` says whether it is open now; `open` draws it."""

    name: Named
    address: Markup
    open: bool
    state: str
    hours: Markup


@dataclass(frozen=True)
class OfficesPage(Page):
    template: ClassVar[str] = "catalogue/offices.html"

    title: str
    body: Markup
    offices: tuple[OfficeCard, ...]


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

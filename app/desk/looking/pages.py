"""Typed contexts of what the desk shows of people: the purpose, the search, one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from app.desk.looking.contacts import Entry, Issued, Notice
from app.desk.looking.panels import Panel
from app.desk.pages import Fact, Need, Option
from app.kit.pages import Page
from app.kit.views import FieldError, When


class PurposeLine(NamedTuple):
    """What somebody looks for, until when, and where she changes it and comes back to `to`."""

    label: str
    words: str
    until: When
    change_url: str
    to: str


@dataclass(frozen=True)
class PurposePage(Page):
    """`over`: until when the one before held, where it holds no more."""

    template: ClassVar[str] = "desk/purpose.html"

    over: When | None
    hours: int
    options: Sequence[Option]
    chosen: str
    words: str
    to: str
    errors: Sequence[FieldError]


class Person(NamedTuple):
    """A person whom a search found: what tells her from others of her name, and how many cases one may see."""

    name: str
    url: str
    others: Sequence[str]
    lines: Sequence[str]


class Applicant(NamedTuple):
    """Who applied and is in no record, with the case. `of`: whom the case concerns, where that is somebody else;
    `reference` is "" where it stands for a name that nobody asked for."""

    name: str
    url: str
    of: str
    service: str
    received: When
    reference: str


class ServiceLine(NamedTuple):
    """A service that is called so, with the part of the queue that holds its open cases."""

    name: str
    url: str
    open: str


@dataclass(frozen=True)
class SearchPage(Page):
    """`more_applicants`: there are further ones."""

    template: ClassVar[str] = "desk/search.html"

    asked: str
    summary: str
    people: Sequence[Person]
    applicants: Sequence[Applicant]
    more_applicants: bool
    services: Sequence[ServiceLine]
    purpose: PurposeLine


class CaseLine(NamedTuple):
    service: str
    reference: str
    url: str
    state_kind: str
    state_text: str
    due_text: str
    late: bool


@dataclass(frozen=True)
class PersonPage(Page):
    """`further` says how many cases run elsewhere; `panels` is what other rooms know of her."""

    template: ClassVar[str] = "desk/person.html"

    name: str
    purpose: PurposeLine
    needs: Sequence[Need]
    needs_url: str
    care_url: str
    name_url: str
    consents_url: str
    consents: Sequence[Fact]
    identity: Sequence[Fact]
    reach: Sequence[Fact]
    household: Sequence[str]
    panels: Sequence[Panel]
    cases: Sequence[CaseLine]
    further: str
    contacts: Sequence[Entry]
    told: Sequence[Notice]
    issued: Sequence[Issued]


@dataclass(frozen=True)
class NeedsPage(Page):
    """What one person needs, written down for her. `ways`: how she agreed."""

    template: ClassVar[str] = "desk/needs.html"

    name: str
    person_url: str
    action_url: str
    purpose: PurposeLine
    options: Sequence[Option]
    chosen: Sequence[str]
    helper: str
    ways: Sequence[Option]
    way: str
    errors: Sequence[FieldError]


class CareLine(NamedTuple):
    """`told`: from when the person reads it, where that is later than now."""

    title: str
    words: str
    office: str
    until: When
    told: When | None
    end_url: str


@dataclass(frozen=True)
class CarePage(Page):
    """Care for one person. `defers` are the days a supervisor may choose until the person reads it."""

    template: ClassVar[str] = "desk/care.html"

    name: str
    person_url: str
    action_url: str
    purpose: PurposeLine
    current: Sequence[CareLine]
    kinds: Sequence[Option]
    kind: str
    words: str
    spans: Sequence[Option]
    span: str
    defers: Sequence[Option]
    later: str
    why: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class NamePage(Page):
    """Another name for a person. `seen` is the version of the name that this page shows."""

    template: ClassVar[str] = "desk/name.html"

    name: str
    person_url: str
    action_url: str
    purpose: PurposeLine
    seen: str
    became: str
    reasons: Sequence[Option]
    reason: str
    papers: Sequence[Option]
    paper: str
    day: Sequence[Any]
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class ConsentPage(Page):
    """What one person agrees to, written down for her. `uses` say what changes, `ways` how she told."""

    template: ClassVar[str] = "desk/consents.html"

    name: str
    person_url: str
    action_url: str
    purpose: PurposeLine
    facts: Sequence[Fact]
    uses: Sequence[Option]
    what: str
    ways: Sequence[Option]
    way: str
    errors: Sequence[FieldError]

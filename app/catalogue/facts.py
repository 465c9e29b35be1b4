"""What town.yaml, offices/*.yaml and phrases.yaml say: ids and facts, never a sentence."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from app.catalogue.typed import Strict

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
Days = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Hours = Annotated[str, StringConstraints(pattern=r"^\d\d:\d\d-\d\d:\d\d$")]
Locale = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]


PageSlug = Literal["data-protection", "accessibility", "contact"]
"""The plain pages that every town owes; each has its own address."""


class Table(Strict):
    """A CSV file and the column by which rows are found."""

    file: str
    key: str


class Department(Strict):
    """Who decides: a department, its address for mails and calls, the office where one finds it."""

    id: Id
    email: str = ""
    phone: str = ""
    office: Id | None = None


class TownFacts(Strict):
    """town.yaml. `barriers`: the department that answers reports of barriers; absent: the first one. `featured`: the
    services that are used most; `often`: those that people search for most; `life_events` in the order in which they
    are shown, others come after."""

    format: Literal["1"] = "1"
    id: Slug
    letters: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    zone: str
    source: Locale
    locales: tuple[Locale, ...] = Field(min_length=1)
    official: Locale
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    phone: str = ""
    text_phone: str = ""
    email: str = ""
    security: str = ""
    postcodes: tuple[str, ...] = ()
    departments: tuple[Department, ...] = Field(min_length=1)
    offices: tuple[Id, ...] = ()
    pages: tuple[PageSlug, ...] = ()
    ways: tuple[Id, ...] = ()
    services: tuple[Id, ...] = ()
    featured: tuple[Id, ...] = Field(default=(), max_length=8)
    often: tuple[Id, ...] = Field(default=(), max_length=6)
    life_events: tuple[Id, ...] = ()
    barriers: Id | None = None
    tables: dict[Id, Table] = {}


class OfficeAddress(Strict):
    street: str
    number: str = ""
    postcode: str = ""
    town: str = ""


class Office(Strict):
    """offices/<id>.yaml: a place with a window. Hours are by day, `08:30-14:00`, as often as it opens; on the days of
    `closed` and on the holidays of the legal profile it does not."""

    id: Id
    address: OfficeAddress
    departments: tuple[Id, ...] = ()
    step_free: bool = False
    phone: str = ""
    text_phone: str = ""
    email: str = ""
    hours: dict[Days, tuple[Hours, ...]] = {}
    closed: tuple[date, ...] = ()


PhraseKind = Literal[
    "reason_grant", "reason_refuse", "condition", "request_reason", "hearing", "extension", "look_purpose"
]


class Phrase(Strict):
    """A reusable reason. `slots` are values the clerk fills in, those called `date` or `day` a day; `variant` the typed
    reason of a request."""

    id: Id
    kind: PhraseKind
    variant: Literal["", "missing", "wrong", "outdated"] = ""
    services: Literal["any"] | tuple[Id, ...] = "any"
    slots: tuple[Id, ...] = ()


class Remedy(Strict):
    """How to appeal: the text decision.remedy.<id> and the slots the legal profile fills."""

    id: Id
    slots: tuple[Id, ...] = ()


class Phrases(Strict):
    """phrases.yaml."""

    phrases: tuple[Phrase, ...] = ()
    remedies: tuple[Remedy, ...] = ()

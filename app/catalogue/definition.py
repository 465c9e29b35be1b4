"""A service as other rooms get it: compiled, frozen, of one version."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from app.catalogue.facts import Table
from app.catalogue.package import Advice, Calendar, Codes, Duplicates, Fee
from app.forms import Form
from app.kit.rules import Rule
from app.workflow import ClockSetting, Workflow


@dataclass(frozen=True)
class Letter:
    """A letter of a service: sandboxed Jinja, and the variables it may use."""

    name: str
    variables: tuple[str, ...]
    template: str


@dataclass(frozen=True)
class Service:
    """One version of a service. `clock`: "none", a clock of its own, or None for the legal profile's term;
    `retention` "" means the profile's; `subject` is the person field it concerns, "" the actor;
    `appeals` says by final state what becomes of the decision that an appeal is about, empty for other services;
    `advice` is what the rules would do at the desk, the first that holds; `calendar`: what comes round by street;
    `duplicates`: by what likely ones are found; `appealable`: one can appeal against what is decided; `easy`: whoever
    it speaks to asked for easy words."""

    id: str
    slug: str
    version_id: UUID
    source: str
    department: str
    level: int
    subject: str
    mandate: bool
    confidential: bool
    appeals: Mapping[str, str]
    advice: tuple[Advice, ...]
    fee: Fee | None
    clock: ClockSetting
    retention: str
    codes: Codes
    form: Form
    workflow: Workflow
    rules: Mapping[str, Rule]
    tables: Mapping[str, Table]
    calendar: Calendar | None
    letters: Mapping[str, Letter]
    duplicates: Duplicates | None = None
    appealable: bool = True
    life_events: tuple[str, ...] = ()
    easy: bool = False

    def in_easy_words(self) -> "Service":
        """The same service, whose sentences are the easy ones where its package has them."""
        return replace(self, easy=True)

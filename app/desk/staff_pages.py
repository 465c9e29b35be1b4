"""Typed contexts of the pages about staff."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from app.desk.pages import Fact, Option
from app.kit.pages import Page
from app.kit.views import FieldError, When


class Colleague(NamedTuple):
    """`what` she is in this department; `note`: what is to be known of her way in."""

    name: str
    what: str
    note: str
    url: str


class Office(NamedTuple):
    id: str
    name: str
    colleagues: Sequence[Colleague]


class Invited(NamedTuple):
    """`over`: it opens nothing any more and has to be sent again."""

    id: str
    name: str
    email: str
    what: Sequence[str]
    until: When
    over: bool
    renewal_url: str
    revocation_url: str


@dataclass(frozen=True)
class StaffPage(Page):
    template: ClassVar[str] = "desk/staff/index.html"

    offices: Sequence[Office]
    invited: Sequence[Invited]
    invite_url: str
    watching_url: str
    watching: str


class Functions(NamedTuple):
    """What one can be in a department, and what is ticked."""

    id: str
    field: str
    name: str
    options: Sequence[Option]
    chosen: Sequence[str]


@dataclass(frozen=True)
class InvitationPage(Page):
    template: ClassVar[str] = "desk/staff/invitation.html"

    errors: Sequence[FieldError]
    name: str
    email: str
    languages: Sequence[Option]
    language: str
    meanings: Sequence[Fact]
    offices: Sequence[Functions]
    action_url: str
    staff_url: str


@dataclass(frozen=True)
class ColleaguePage(Page):
    """`called` is the name as it is typed; `passkeys`: how many she has."""

    template: ClassVar[str] = "desk/staff/colleague.html"

    errors: Sequence[FieldError]
    name: str
    called: str
    email: str
    passkeys: str
    seen: When | None
    meanings: Sequence[Fact]
    offices: Sequence[Functions]
    action_url: str
    invitation_url: str
    departure_url: str
    staff_url: str


class Pile(NamedTuple):
    """Her open cases in one department, and who can take them."""

    field: str
    label: str
    told: str
    options: Sequence[Option]
    chosen: str


@dataclass(frozen=True)
class DeparturePage(Page):
    template: ClassVar[str] = "desk/staff/departure.html"

    errors: Sequence[FieldError]
    name: str
    ends: Sequence[str]
    piles: Sequence[Pile]
    blocked: str
    action_url: str
    colleague_url: str

"""Typed contexts of the form templates: a question, the check, what is kept for later."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from app.cases.pages import Section
from app.cases.views.owing import Owing
from app.kit import guard
from app.kit.pages import Page
from app.kit.views import FieldError, When

LATER = "later"
"""What the button that finishes later sends as `then`."""


@dataclass(frozen=True)
class Question(Page):
    """One step of a form. `fields` are the controls of `forms`; `heading` the h1 where the question has no legend;
    `locates`: the browser may be asked where it is."""

    template: ClassVar[str] = "cases/question.html"

    service: str
    question: str
    heading: str
    fields: Sequence[Any]
    errors: Sequence[FieldError]
    notices: Sequence[str]
    past: int
    total: int
    progress: str
    why: str
    back_url: str
    action_url: str
    multipart: bool
    locates: bool

    def headers(self) -> dict[str, str]:
        return guard.LOCATING if self.locates else {}


@dataclass(frozen=True)
class WrongQuestion(Question):
    """The same with errors, after what was good has been saved."""

    status: ClassVar[int] = 422


@dataclass(frozen=True)
class Review(Page):
    template: ClassVar[str] = "cases/review.html"

    service: str
    department: str
    sections: Sequence[Section]
    errors: Sequence[FieldError]
    past: int
    total: int
    progress: str
    level_note: str
    notice: str
    owing: Owing | None
    digest: str
    back_url: str
    action_url: str
    later_url: str


@dataclass(frozen=True)
class Saved(Page):
    template: ClassVar[str] = "cases/saved.html"

    service: str
    code: str
    qr: Markup | None
    kept_until: When
    draft_url: str
    resume_url: str


@dataclass(frozen=True)
class Drafts(Page):
    template: ClassVar[str] = "cases/drafts.html"

    code: str
    onward: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class Offered(Page):
    template: ClassVar[str] = "cases/offered.html"

    service: str
    answered: str
    saved: When
    continue_url: str
    new_url: str
    mandate: str


@dataclass(frozen=True)
class Figures(Page):
    """Another office gave no figures: why, and what can be done. `state` is silent, none or unknown."""

    template: ClassVar[str] = "cases/figures.html"

    service: str
    register: str
    state: str
    signed: bool
    again_url: str
    first_url: str
    later_url: str
    service_url: str

"""Typed contexts of what the law grants around a decision: more time, recall, serving, outages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from app.desk.pages import Fact, Option, Phrase
from app.kit.pages import Page
from app.kit.views import FieldError, When


@dataclass(frozen=True)
class OutagePage(Page):
    """All outages with a form for a new one, or one of them with what can be said of it. `since` and `until` are the
    controls of the days, the times beside them."""

    template: ClassVar[str] = "desk/outages.html"

    title: str
    lead: str
    back_url: str
    action_url: str
    outages: Sequence[Any]
    since: Sequence[Any]
    since_time: str
    until: Sequence[Any]
    until_time: str
    button: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class RecallPage(Page):
    """What would be taken back, as it was written."""

    template: ClassVar[str] = "desk/recall.html"

    reference: str
    title: str
    heading: Markup
    case_url: str
    action_url: str
    told: When
    lines: Sequence[str | Markup]
    button: str


@dataclass(frozen=True)
class ProofPage(Page):
    """What somebody `wrote` of herself who sent a case, to be held beside her document."""

    template: ClassVar[str] = "desk/proof.html"

    reference: str
    heading: Markup
    case_url: str
    action_url: str
    wrote: Sequence[Fact]
    options: Sequence[Option]
    seen: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class ServingPage(Page):
    """A decision that waits in the portal, to be handed over on paper."""

    template: ClassVar[str] = "desk/serving.html"

    reference: str
    heading: Markup
    case_url: str
    action_url: str
    document_url: str
    served: str
    options: Sequence[Option]
    seen: str
    answers: Sequence[Option]
    taken: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class ExtensionPage(Page):
    """More time to decide. `day` are the controls of the new day."""

    template: ClassVar[str] = "desk/extension.html"

    reference: str
    heading: Markup
    case_url: str
    action_url: str
    due: When
    lead: str
    day: Sequence[Any]
    phrases: Sequence[Phrase]
    chosen: Sequence[str]
    text: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class CorrectionPage(Page):
    """A message that is written again."""

    template: ClassVar[str] = "desk/correction.html"

    reference: str
    heading: Markup
    case_url: str
    action_url: str
    text: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class FirstPage(Page):
    """The file of the case that an appeal is about, to read."""

    template: ClassVar[str] = "desk/first.html"

    reference: str
    heading: Markup
    case_url: str
    state_kind: str
    state_text: str
    decision: Any
    sections: Sequence[Any]
    messages: Sequence[Any]
    history: Sequence[Any]
    files: Sequence[Any]

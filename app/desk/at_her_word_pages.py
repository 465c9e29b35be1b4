"""Typed contexts of the pages on which staff do in a case what its person asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from app.desk.pages import Option
from app.kit.pages import Page
from app.kit.views import FieldError, When


@dataclass(frozen=True)
class TakingBack(Page):
    template: ClassVar[str] = "desk/withdrawal.html"

    reference: str
    heading: Markup
    channels: Sequence[Option]
    channel: str
    reason: str
    case_url: str
    action_url: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class AppealForHer(Page):
    """`last` is the last day on which an appeal can be sent."""

    template: ClassVar[str] = "desk/appeal.html"

    reference: str
    heading: Markup
    last: str
    channels: Sequence[Option]
    channel: str
    knowledge: Sequence[Option]
    known: str
    case_url: str
    action_url: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class ChoiceOfHers(Page):
    """What the person chose. `asked`: what the office wrote when it offered it; `means` is what she reads of it online;
    `visit` tells this offer from an earlier one."""

    template: ClassVar[str] = "desk/choice.html"

    reference: str
    title: str
    heading: Markup
    asked: Any
    means: Sequence[str]
    until: When | None
    visit: str
    channels: Sequence[Option]
    channel: str
    knowledge: Sequence[Option]
    known: str
    typed: str
    case_url: str
    action_url: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class WordOfAnother(Page):
    """What somebody said who is named in a case; `question` is what she was asked."""

    template: ClassVar[str] = "desk/confirmation.html"

    reference: str
    heading: Markup
    name: str
    question: str
    says: Sequence[Option]
    said: str
    channels: Sequence[Option]
    channel: str
    case_url: str
    action_url: str
    errors: Sequence[FieldError]

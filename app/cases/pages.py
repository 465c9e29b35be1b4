"""Typed contexts of the case templates; those of the forms are in form_pages, that of the receipt in receipt_pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from markupsafe import Markup

from app.kit.pages import Page
from app.kit.views import FieldError, When


class Row(NamedTuple):
    """A question and its answer in lines; `change` is where to change it, "" where it cannot be."""

    label: str
    value: Sequence[Markup]
    change: str = ""
    change_what: str = ""
    note: str = ""
    dir: str = ""


class Section(NamedTuple):
    """`lang` and `dir` are "" when the answers are in the page's language."""

    id: str
    title: str
    rows: Sequence[Row]
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True)
class FileLine:
    name: str
    meta: str
    url: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class Show(Page):
    """`easy_url`: where she says whether it was easy, "" where she is not asked."""

    template: ClassVar[str] = "cases/show.html"
    slots: ClassVar[bool] = True

    service: str
    reference: str
    errors: Sequence[FieldError]
    state_kind: str
    state_text: str
    acting: str
    ours: Any
    yours: Any
    clock: Sequence[Any]
    decision: Any
    timeline: Sequence[Any]
    messages: Sequence[Any]
    message_url: str
    message_hint: str
    office: str
    typed: str
    documents: Sequence[FileLine]
    facts: Sequence[Row]
    answers_url: str
    withdrawal_url: str
    withdrawal_note: str
    appeal_url: str
    served: str
    easy_url: str
    related: Sequence[Any]
    others: Sequence[Any]


@dataclass(frozen=True)
class Answers(Page):
    template: ClassVar[str] = "cases/answers.html"

    service: str
    reference: str
    case_url: str
    sections: Sequence[Section]
    files: Sequence[FileLine]


@dataclass(frozen=True)
class Answer(Page):
    """A request for information: the marked questions, and nothing else. Before a refusal: what she wants to say."""

    template: ClassVar[str] = "cases/answer.html"

    title: str
    reference: str
    case_url: str
    reason: str
    words: Sequence[str]
    words_lang: str
    by: str
    asked: When
    due: When | None
    clock_note: str
    fields: Sequence[Any]
    errors: Sequence[FieldError]
    multipart: bool
    action_url: str
    button: str


@dataclass(frozen=True)
class WrongAnswer(Answer):
    status: ClassVar[int] = 422


@dataclass(frozen=True)
class AnswerRow(Page):
    """One row of a marked question that repeats."""

    template: ClassVar[str] = "cases/answer_row.html"

    reference: str
    question: str
    fields: Sequence[Any]
    errors: Sequence[FieldError]
    due: When | None
    back_url: str
    action_url: str


@dataclass(frozen=True)
class WrongAnswerRow(AnswerRow):
    status: ClassVar[int] = 422


@dataclass(frozen=True)
class Notification(Page):
    """A decision that waits to be opened; `settled` says what became of it already."""

    template: ClassVar[str] = "cases/notification.html"

    reference: str
    case_url: str
    action_url: str
    since: When
    until: When | None
    settled: str
    means: Sequence[str]


@dataclass(frozen=True)
class AppealPage(Page):
    template: ClassVar[str] = "cases/appeal.html"

    reference: str
    case_url: str
    action_url: str
    last: When
    what_happens: Sequence[str]


@dataclass(frozen=True)
class Withdrawal(Page):
    template: ClassVar[str] = "cases/withdrawal.html"

    service: str
    reference: str
    case_url: str
    what_happens: Sequence[str]
    reason_asked: bool
    reason: str
    errors: Sequence[FieldError]
    action_url: str


class OutageLine(NamedTuple):
    """`until` is None while it lasts; `corrected` is the moment it was corrected, None while it counts."""

    since: When
    until: When | None
    corrected: When | None
    url: str = ""


@dataclass(frozen=True)
class Outages(Page):
    template: ClassVar[str] = "cases/outages.html"

    outages: Sequence[OutageLine]
    rule: Sequence[str]


@dataclass(frozen=True)
class Found:
    """What a verification code proves: ours, which service, when, which reference, and what replaced it. Nothing
    else."""

    ours: bool
    service: str = ""
    received: When | None = None
    reference: str = ""
    newer: When | None = None
    newer_code: str = ""
    onward: str = ""


@dataclass(frozen=True)
class Check(Page):
    template: ClassVar[str] = "cases/check.html"

    code: str
    reference: str
    address: str
    onward: str
    code_url: str
    result: Found | None
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class Follow(Page):
    template: ClassVar[str] = "cases/follow.html"

    reference: str
    code: str
    onward: str
    sent: bool
    errors: Sequence[FieldError]
    action_url: str
    again_url: str

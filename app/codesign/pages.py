"""Typed contexts of the room's templates."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from app.codesign.gallery import Part
from app.codesign.statements import KnownBarrier
from app.kit.pages import Page
from app.kit.views import FieldError, Link, Option, When


@dataclass(frozen=True)
class Report(Page):
    """The form, all on one page. `fields` are the controls of `forms`; `report` makes it go in once."""

    template: ClassVar[str] = "codesign/report.html"

    fields: Sequence[Any]
    errors: Sequence[FieldError]
    report: str
    action_url: str


@dataclass(frozen=True)
class WrongReport(Report):
    status: ClassVar[int] = 422


@dataclass(frozen=True)
class Reports(Page):
    """What everybody may know. `waiting` is a sentence on those that nobody has looked at yet, "" for none."""

    template: ClassVar[str] = "codesign/reports.html"

    open: Sequence[KnownBarrier]
    waiting: str
    mended: Sequence[KnownBarrier]


@dataclass(frozen=True)
class Trial(Page):
    """`asks`: the two buttons; else `outcome` says what was answered."""

    template: ClassVar[str] = "codesign/trial.html"

    reference: str
    component: str
    release: str
    page: str
    asks: bool
    outcome: str
    code: str
    action_url: str
    case_url: str


@dataclass(frozen=True)
class Reading(Page):
    """The reading settings: nothing of them is the town's."""

    template: ClassVar[str] = "codesign/reading.html"


class FactRow(NamedTuple):
    label: str
    value: str
    note: str


class Listed(NamedTuple):
    """A component in a list of them, for `ui.service_list`."""

    name: str
    url: str
    meta: str
    summary: str = ""


@dataclass(frozen=True)
class ComponentGroup:
    id: str
    title: str
    parts: Sequence[Listed]


@dataclass(frozen=True)
class Components(Page):
    """The parts that pages are made of, by what they are for."""

    template: ClassVar[str] = "codesign/components.html"

    groups: Sequence[ComponentGroup]


@dataclass(frozen=True)
class Component(Page):
    """`examples_lang` and `examples_dir`: the language of the examples where it is not the page's, else ""."""

    template: ClassVar[str] = "codesign/component.html"

    part: Part
    parameters: Sequence[FactRow]
    examples_lang: str
    examples_dir: str


class Answer(NamedTuple):
    """A question of the report and its answer, which is the person's own words."""

    label: str
    lines: Sequence[str]


class BarrierLine(NamedTuple):
    """A report in the list of the desk."""

    reference: str
    url: str
    state: str
    where: str
    effort: str
    since: When


@dataclass(frozen=True)
class Barriers(Page):
    template: ClassVar[str] = "codesign/barriers.html"

    lines: Sequence[BarrierLine]
    public_url: str


@dataclass(frozen=True)
class Triage(Page):
    template: ClassVar[str] = "codesign/triage.html"

    reference: str
    state: str
    effort: str
    since: When
    answers: Sequence[Answer]
    answers_lang: str
    placed: str
    mended: str
    components: Sequence[Option]
    component: str
    criteria: Sequence[Option]
    criterion: str
    may_place: bool
    may_mend: bool
    may_correct: bool
    release: str
    case_url: str
    refuse: Link | None
    action_url: str
    mending_url: str
    errors: Sequence[FieldError]

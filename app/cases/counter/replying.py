"""Writing down for the person what the office asked: her answers came on the phone, at the window or on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import update

from app import catalogue, forms
from app.cases import (
    addressees,
    answering,
    asking,
    auditing,
    law,
    marked,
    messaging,
    queries,
    rows,
    showing,
    uploads,
)
from app.cases.counter import received
from app.cases.marked import STATEMENT, Marked
from app.cases.models import Pause
from app.cases.queries import Case
from app.cases.views import withheld
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Form
from app.kit.views import FieldError, error_of

Outcomes = Mapping[str, forms.Outcome]
P = db.table(Pause).c


@dataclass(frozen=True)
class Reply:
    """The questions that wait for an answer of hers, in the clerk's language."""

    case: Case
    asked: Marked
    words: forms.Words

    @property
    def since(self) -> datetime:
        """When the office asked."""
        at: datetime = self.asked.request.at
        return at

    def read(self, form: Form) -> dict[str, forms.Outcome]:
        return self.asked.read(form)

    def pressed(self, form: Form, outcomes: Outcomes) -> tuple[str, str, str] | None:
        """The button of a question that was pressed: what it does, whose it is, its row."""
        for name in outcomes:
            button, row_id = forms.pressed(self.asked.field(name), form.texts) or ("", "")
            if button:
                return button, name, row_id
        return None

    def draw(self, outcomes: Outcomes) -> tuple[Any, ...]:
        drawn: list[Any] = []
        for name, field in self.asked.fields.items():
            wrong = outcomes[name].errors if name in outcomes else {}
            drawn.extend(forms.controls(field, self.asked.typed(field), wrong, self.words, self.asked.around))
        return tuple(forms.of_another(control) for control in drawn)

    def errors(self, outcomes: Outcomes) -> tuple[FieldError, ...]:
        """Each with its question: the same words may stand twice on one page."""
        found = []
        for name, outcome in outcomes.items():
            field = self.asked.field(name)
            for html, said in forms.sentences(field, outcome.errors, self.words).items():
                found.append(error_of(forms.html_id(html), self.words.label(field.path), said, self.words.locale))
        return tuple(found)

    @property
    def multipart(self) -> bool:
        return any(field.type == "file" for field in self.asked.fields.values())


def reply(unit: Unit, case: Case, locale: str, actor: Actor) -> Reply:
    """What waits for her answer in this case, as this clerk may see it, or NothingAsked."""
    asked = marked.of(unit, case, catalogue.version(unit, case.version), locale, withheld.types(unit, case, actor))
    words = showing.words(unit, asked.service, locale)
    if asked.is_hearing:
        label = translate(locale, N_("What does the person want to say?"))
        words = forms.Words({f"field.{STATEMENT}.label": label}.get, locale)
    return Reply(case, asked, words)


def keep(unit: Unit, reply: Reply, form: Form, outcomes: Outcomes) -> None:
    """Keep good answers, the good files among bad ones, and the rest as it was typed."""
    given, half = {}, {}
    for name, outcome in outcomes.items():
        is_file = reply.asked.field(name).type == "file"
        if is_file:
            came, before = form.files.get(name, ()), reply.asked.around.answers.get(name)
            uploads.hold(unit, reply.case.id, came, outcome.answer, before, reply.asked.filed.get(name))
        if not outcome.errors or is_file:
            given[name] = outcome.answer
        half[name] = outcome.typed if outcome.errors else {}
    asking.keep(unit, reply.case, reply.asked.request, given, half)


def send(unit: Unit, reply: Reply, by: Actor, outcomes: Outcomes, came: date | None) -> Case:
    """Her answers count from the day they came in: the clock goes on from then."""
    case, given = reply.case, {name: outcome.answer for name, outcome in outcomes.items() if name != STATEMENT}
    _end_pause(unit, case, received.moment(unit, came))
    if reply.asked.is_hearing:
        said = str(outcomes[STATEMENT].answer)
        messaging.write(unit, case, by, addressees.person_name(unit, case), said, ours=False)
    auditing.changed(unit, by, case, "answered_for")
    return answering.send(unit, case, by, given)


def _end_pause(unit: Unit, case: Case, at: datetime) -> None:
    for row in db.rows(unit, law.PAUSES, case=case.id):
        if row.until is None:
            db.change(unit, update(db.table(Pause)).where(P.id == row.id).values(until=max(at, row.since)))


@dataclass(frozen=True)
class ReplyRow:
    """One row of a question that repeats."""

    reply: Reply
    group: forms.Group
    id: str

    @property
    def question(self) -> str:
        around = self.reply.asked.around
        return rows.called(self.group, self.id, around, self.reply.words, around.locale)

    def standing(self, again: Form | None) -> Mapping[str, tuple[str, ...]]:
        return self.read(again).typed if again else rows.standing(self.group, self.id, self.reply.asked.around)

    def read(self, form: Form) -> forms.Outcome:
        return rows.read(self.group, form, self.id, self.reply.asked.around)

    def draw(self, typed: Mapping[str, tuple[str, ...]], errors: Mapping[str, forms.Problem]) -> tuple[Any, ...]:
        drawn = forms.row_controls(self.group, typed, errors, self.reply.words, self.reply.asked.around)
        return tuple(forms.of_another(control) for control in drawn)

    def errors(self, errors: Mapping[str, forms.Problem]) -> tuple[FieldError, ...]:
        return rows.errors(self.group, errors, self.reply.words)

    def keep(self, unit: Unit, outcome: forms.Outcome) -> None:
        asking.keep(unit, self.reply.case, self.reply.asked.request, {self.group.id: outcome.answer}, {})


def reply_row(reply: Reply, field: str, row: str) -> ReplyRow | None:
    group = reply.asked.fields.get(field)
    return ReplyRow(reply, group, row) if isinstance(group, forms.Group) else None


def locked(unit: Unit, case: Case) -> Case:
    """The case held for this unit, so that two answers never cross."""
    return queries.locked(unit, case.id)

"""All questions of a form on one page: drawn, read and kept by the rules that hold online."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from app import catalogue, forms
from app.cases import drafts, queries, showing, uploads
from app.cases.counter.opening import Held
from app.kit.db import Unit
from app.kit.i18n import after
from app.kit.inputs import Form
from app.kit.views import FieldError, error_of

Outcomes = Mapping[str, forms.Outcome]
DECLARATION, NOTE, FILE = "declaration", "note", "file"
ASKED = "_asked"
"""The hidden input that says which questions stand on a page."""
GROUP = "group"
KEPT = (FILE, GROUP)
"""Types whose answers do not stand in the inputs of the page."""


@dataclass(frozen=True)
class Part:
    """A section of the form as it is drawn; `title` is "" where the form has none."""

    title: str
    fields: tuple[Any, ...]


@dataclass(frozen=True)
class Dense:
    """A form in the clerk's language, with what is answered so far."""

    held: Held
    answers: Mapping[str, Any]
    around: forms.Around
    words: forms.Words
    texts: catalogue.Texts
    half: Mapping[str, Mapping[str, tuple[str, ...]]]
    known: Mapping[str, Any]

    @cached_property
    def way(self) -> tuple[str, ...]:
        """The questions that these answers ask, in order."""
        return self._way(self.answers)

    @property
    def statements(self) -> tuple[str, ...]:
        """What she stands behind: it is declared once for all, not ticked."""
        found = (self._field(name) for name in self.way)
        return tuple(
            after(
                self.words.label(field.path),
                forms.as_text(forms.show(field, True, self.words, self.around)),
                self.words.locale,
            )
            for field in found
            if field.type == DECLARATION
        )

    def read(self, form: Form) -> dict[str, forms.Outcome]:
        """The answers of the questions that stood on the page. What they ask further is shown first, and then read."""
        outcomes: dict[str, forms.Outcome] = {}
        given: dict[str, Any] = {}
        asked = form.texts.get(ASKED, ())
        for step in self.held.service.form.steps:
            field = self._field(step.ask)
            if step.ask not in self._way(given) or field.type in (DECLARATION, NOTE):
                continue
            if step.ask not in asked:
                given |= {step.ask: self.answers[step.ask]} if step.ask in self.answers else {}
                continue
            around = replace(self.around, answers={**self.answers, **given})
            outcome = forms.parse(field, form.texts, around, tuple(form.files.get(step.ask, ())))
            outcomes[step.ask] = outcome
            if not outcome.errors or field.type == FILE:
                given[step.ask] = outcome.answer
        return outcomes

    def as_typed(self, form: Form) -> "Dense":
        """The same as somebody typed it, which is kept nowhere yet; files stay as they are."""
        outcomes = self.read(form)
        whole = {name: outcome.answer for name, outcome in outcomes.items() if not outcome.errors}
        half = {name: outcome.typed for name, outcome in outcomes.items() if self._field(name).type not in KEPT}
        answers = {**self.answers, **{name: answer for name, answer in whole.items() if name in half}}
        return replace(self, answers=answers, half={**self.half, **half}, around=replace(self.around, answers=answers))

    def draw(self, outcomes: Outcomes) -> tuple[Part, ...]:
        """The sections with the questions that are asked; `outcomes` says what was wrong with which."""
        form = self.held.service.form
        steps = {step.id: step.ask for step in form.steps}
        named = [(str(self.texts(f"section.{one.id}.title")), one.steps) for one in form.sections]
        groups = [(title, [steps[id] for id in ids]) for title, ids in named]
        parts = []
        for title, names in groups or [("", list(steps.values()))]:
            fields = [field for name in names if name in self.way for field in self._drawn(name, outcomes.get(name))]
            if fields:
                parts.append(Part(title, tuple(fields)))
        return tuple(parts)

    def errors(self, outcomes: Outcomes) -> tuple[FieldError, ...]:
        """What is wrong, each with the question it belongs to: on one page the same words may stand twice."""
        found = []
        for name, outcome in outcomes.items():
            field = self._field(name)
            for html, said in forms.sentences(field, outcome.errors, self.words).items():
                found.append(error_of(forms.html_id(html), self.words.label(field.path), said, self.words.locale))
        return tuple(found)

    def pressed(self, form: Form) -> tuple[str, str, str] | None:
        """The button of a question that was pressed instead of the form's own: what it does, whose it is, its row."""
        for name in self.way:
            button, row_id = forms.pressed(self._field(name), form.texts) or ("", "")
            if button:
                return button, name, row_id
        return None

    def opened(self, form: Form) -> tuple[str, ...]:
        """Questions that are asked now and did not stand on the page that was sent."""
        asked = {*form.texts.get(ASKED, ())}
        return tuple(
            name for name in self.way if name not in asked and self._field(name).type not in (DECLARATION, NOTE)
        )

    def first(self, name: str) -> str:
        """The id of the first input of a question."""
        return next((_first(control) for control in self._drawn(name, None)), forms.html_id(name))

    def label(self, name: str) -> str:
        return self.words.label(self._field(name).path)

    def _drawn(self, name: str, outcome: forms.Outcome | None) -> tuple[Any, ...]:
        field = self._field(name)
        if field.type == DECLARATION:
            return ()
        answer = self.answers[name] if name in self.answers else self.known.get(name)
        typed = self.half.get(name) or forms.typed(field, answer, self.around)
        drawn = forms.controls(field, typed, outcome.errors if outcome else {}, self.words, self.around)
        return tuple(forms.of_another(control) for control in drawn)

    def _field(self, name: str) -> forms.Field:
        return self.held.service.form.fields[name]

    def _way(self, given: Mapping[str, Any]) -> tuple[str, ...]:
        form, rules = self.held.service.form, self.held.service.rules
        return tuple(step.ask for step in forms.reachable(form, rules, given, self.around.today))


def _first(control: Any) -> str:
    inner = getattr(control, "controls", ())
    if inner:
        return _first(inner[0])
    items = getattr(control, "items", ())
    return str(items[0].id if items else control.id)


def of(unit: Unit, held: Held, locale: str) -> Dense:
    content = drafts.content(unit, held.draft)
    given = {name: value for name, value in content.items() if not name.startswith("_")}
    half = {
        name: {html: tuple(values) for html, values in typed.items()}
        for name, typed in content.get(drafts.TYPED, {}).items()
    }
    return Dense(
        held=held,
        answers=given,
        around=showing.around(unit, held.service, locale, given),
        words=showing.words(unit, held.service, locale),
        texts=catalogue.texts(unit, held.service, locale),
        half=half,
        known=content.get("_known", {}),
    )


def keep(unit: Unit, dense: Dense, form: Form, outcomes: Outcomes) -> Dense:
    """Keep what was read: good answers, the good files among bad ones, and the rest as it was typed."""
    given, half = {}, {}
    for name, outcome in outcomes.items():
        is_file = dense.held.service.form.fields[name].type == FILE
        if is_file:
            came, before = form.files.get(name, ()), dense.answers.get(name)
            uploads.hold(unit, dense.held.draft.id, came, outcome.answer, before)
        if not outcome.errors or is_file:
            given[name] = outcome.answer
        elif dense.held.service.form.fields[name].type != GROUP:
            half[name] = {html: list(values) for html, values in outcome.typed.items()}
            given[name] = None
    drafts.save(unit, dense.held.draft, {**given, drafts.TYPED: half})
    answers = {**dense.answers, **given}
    typed = {name: {html: tuple(values) for html, values in kept.items()} for name, kept in half.items()}
    around = replace(dense.around, answers=answers)
    held = replace(dense.held, draft=queries.draft(unit, dense.held.draft.id))
    return Dense(held, answers, around, dense.words, dense.texts, typed, dense.known)

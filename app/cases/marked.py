"""The questions of a request that waits for an answer: which they are, how they stand, what is read into them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app import catalogue, forms
from app.cases import answers, asking, showing
from app.cases.queries import Case
from app.cases.views import withheld
from app.kit.db import Unit
from app.kit.inputs import Form

STATEMENT = "statement"
SAY = forms.Form.model_validate(
    {"fields": {STATEMENT: {"type": "long_text", "max": "5000"}}, "steps": [{"id": STATEMENT, "ask": STATEMENT}]}
)


@dataclass(frozen=True)
class Marked:
    """`filed` are the answers that the town has, those in `around` with what is kept and not sent yet over them."""

    service: catalogue.Service
    request: Any
    filed: Mapping[str, Any]
    around: forms.Around
    half: asking.Half

    @property
    def is_hearing(self) -> bool:
        return bool(self.request.reason == asking.HEARING)

    @property
    def fields(self) -> dict[str, forms.Field]:
        """As the answers stand."""
        return self._fields(self.around.answers)

    def field(self, name: str) -> forms.Field:
        """One of those that are asked, or may be asked along."""
        return SAY.fields[name] if self.is_hearing else self.service.form.fields[name]

    def typed(self, field: forms.Field) -> Mapping[str, tuple[str, ...]]:
        """What its inputs show: what was left half done, or its answer."""
        return self.half.get(field.id) or forms.typed(field, self.around.answers.get(field.id), self.around)

    def as_typed(self, form: Form) -> "Marked":
        """The same as somebody typed it, which is kept nowhere yet; files and rows stay as they are."""
        plain = {name: out for name, out in self.read(form).items() if self.field(name).type not in ("file", "group")}
        whole = {**self.around.answers, **{name: out.answer for name, out in plain.items() if not out.errors}}
        half = {**self.half, **{name: out.typed for name, out in plain.items()}}
        return replace(self, around=replace(self.around, answers=whole), half=half)

    def read(self, form: Form) -> dict[str, forms.Outcome]:
        """The new answers by field. An answer may open a further question, which is then asked along."""
        outcomes: dict[str, forms.Outcome] = {}
        whole = self.around.answers
        while True:
            fields = self._fields(whole)
            fresh = fields.keys() - outcomes.keys()
            if not fresh:
                return {name: outcomes[name] for name in fields}
            for name in (each for each in fields if each in fresh):
                around = replace(self.around, answers=whole)
                outcomes[name] = forms.parse(fields[name], form.texts, around, tuple(form.files.get(name, ())))
                whole = {**whole, name: outcomes[name].answer}

    def _fields(self, whole: Mapping[str, Any]) -> dict[str, forms.Field]:
        """The marked questions, which are not optional, whatever the form says; those that these answers open; those
        whose options follow one of them and whose filed answer is none of these any more. A hearing has a question of
        its own: what the person wants to say."""
        if self.is_hearing:
            return {STATEMENT: SAY.fields[STATEMENT]}
        known = self.service.form.fields
        asked = [name for name in self.request.fields if name in known]
        passed = {*self.filed, *asked, *self._way(self.filed)}
        opened = [name for name in self._way(whole) if name not in passed and known[name].type not in asking.UNASKED]
        opened += [name for name in known if name not in asked and self._is_overtaken(name, whole)]
        found = {name: known[name].model_copy(update={"optional": False}) for name in asked}
        found |= {name: known[name] for name in opened}
        return {name: found[name] for name in known if name in found}

    def _is_overtaken(self, name: str, whole: Mapping[str, Any]) -> bool:
        return not forms.fits(self.service.form.fields[name], self.filed.get(name), whole)

    def _way(self, given: Mapping[str, Any]) -> tuple[str, ...]:
        form, rules = self.service.form, self.service.rules
        return tuple(step.ask for step in forms.reachable(form, rules, given, self.around.today))


def of(unit: Unit, case: Case, service: catalogue.Service, locale: str, kept_back: Collection[str] = ()) -> Marked:
    """The questions that wait for an answer in this case, in the words of this service, or NothingAsked. Those of types
    that are kept back from whoever answers begin empty."""
    request = asking.opened(unit, case)
    filed, kept = answers.current(unit, case.id), asking.kept(unit, case, request)
    hidden = withheld.names(service, kept_back)
    known = {name: answer for name, answer in {**filed, **kept.answers}.items() if name not in hidden}
    half = {name: typed for name, typed in kept.half.items() if name.partition("/")[0] not in hidden}
    return Marked(service, request, filed, showing.around(unit, service, locale, known), half)

"""What the rules would do, in words: each condition with the answers and facts it looked at, and from where."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from markupsafe import Markup

from app import catalogue, forms
from app.cases import showing
from app.cases.advising import weighing
from app.cases.advising.weighing import Condition, Weighed, Weighing
from app.cases.queries import Case
from app.cases.views import shown, withheld
from app.catalogue import REGISTER
from app.kit import rules
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, listed, translate
from app.workflow import NotHeard

ASKED = {
    "register.known": N_("Does the register know the person?"),
    "register.agrees": N_("Are name, birth date and number as in the register?"),
    "register.born": N_("When was the person born?"),
    "register.lives_here": N_("Does the person live in the town?"),
    "register.lives_since": N_("Since when at this address?"),
}
YES, NO = N_("Yes"), N_("No")
BREAK = Markup("<br> ")
"""The space keeps the lines apart for readers that join the words of a cell."""


class Looked(NamedTuple):
    """A question of the form or of the register, what stands there, and from where."""

    what: str
    value: str
    source: str


class Line(NamedTuple):
    """A condition: its sentence, what it looked at, and whether it holds."""

    text: str
    looked: tuple[Looked, ...]
    kind: str
    result: str


class Way(NamedTuple):
    """What a rule speaks for, whether all of it holds, and its conditions. `first`: the one to read first."""

    title: str
    kind: str
    result: str
    lines: tuple[Line, ...]
    first: bool


@dataclass(frozen=True)
class Advice:
    """`lead` says what the rules would do, `more` what goes before it or what fails. `outcome` is that of a decision,
    "" where they would ask, or do nothing; `advised`: they would do something."""

    lead: str
    more: tuple[str, ...]
    ways: tuple[Way, ...]
    outcome: str
    advised: bool


def advice(unit: Unit, case: Case, locale: str, actor: Actor) -> Advice | None:
    """None where the service has no rule that speaks of what to do, and once the case is closed."""
    weighed = weighing.weigh(unit, case)
    if weighed is None:
        return None
    service, advised = catalogue.version(unit, case.version), weighed.advised
    first = advised or weighed.each[0]
    look = _Look(unit, case, service, locale, actor, weighed)
    ways = tuple(_way(unit, service, each, look, locale, each is first) for each in weighed.each)
    if advised is None:
        lead, more = (
            translate(locale, N_("No rule speaks for anything: you decide.")),
            _fails(unit, service, weighed, locale),
        )
    else:
        lead = translate(locale, N_("They would do this: %(what)s."), what=_title(unit, service, advised, locale))
        more = (translate(locale, NotHeard.words),) if advised.unheard else ()
    return Advice(lead, more, ways, advised.outcome if advised else "", advised is not None)


def otherwise(unit: Unit, service: catalogue.Service, rule: str, locale: str) -> str:
    """That a decision is another one than the rules would have made; "" where it is not."""
    if rule not in service.rules:
        return ""
    way, state = weighing.way_of(service, rule)
    what = _named(unit, service, way, state, rule, locale)
    return translate(locale, N_("The rules would have done otherwise: %(what)s."), what=what)


def _title(unit: Unit, service: catalogue.Service, weighed: Weighed, locale: str) -> str:
    return _named(unit, service, weighed.way, weighed.state, weighed.rule, locale)


def _named(unit: Unit, service: catalogue.Service, way: str, state: str, rule: str, locale: str) -> str:
    texts = catalogue.texts(unit, service, locale)
    does = texts(f"transition.{way}.label") if way else texts(f"state.{state}.name")
    return translate(locale, N_("%(does)s – %(because)s"), does=does, because=_said(texts(f"rule.{rule}")))


def _said(sentence: object) -> str:
    return str(sentence).rstrip(".。")


def _fails(unit: Unit, service: catalogue.Service, weighed: Weighing, locale: str) -> tuple[str, ...]:
    """What a decision by rule would have needed."""
    texts = catalogue.texts(unit, service, locale)
    failing = [
        (each, [_said(texts(f"rule.{part.rule}")) for part in each.conditions if not part.holds])
        for each in weighed.each
        if each.outcome == "granted"
    ]
    words = N_("For “%(what)s” this does not hold: %(conditions)s.")
    return tuple(
        translate(locale, words, what=_title(unit, service, each, locale), conditions=listed(parts, locale))
        for each, parts in failing
    )


def _way(unit: Unit, service: catalogue.Service, weighed: Weighed, look: "_Look", locale: str, first: bool) -> Way:
    title = _title(unit, service, weighed, locale)
    lines = tuple(look.line(condition) for condition in weighed.conditions)
    held = sum(condition.holds for condition in weighed.conditions)
    words = N_("Conditions that hold: %(held)s of %(all)s")
    result = translate(locale, words, held=held, all=len(lines))
    return Way(title, "done" if weighed.holds else "sent", result, lines, first)


@dataclass(frozen=True)
class _Look:
    """Reads what conditions looked at, as this clerk may see it."""

    unit: Unit
    case: Case
    service: catalogue.Service
    locale: str
    actor: Actor
    weighed: Weighing

    def line(self, condition: Condition) -> Line:
        looked = tuple(self._looked(condition))
        if condition.holds:
            kind, result = "done", YES
        elif any(rules.is_missing(rules.look_up(self.weighed.known, name)) for name in condition.looks_at):
            kind, result = "sent", N_("Not known")
        else:
            kind, result = "closed", NO
        sentence = catalogue.texts(self.unit, self.service, self.locale)(f"rule.{condition.rule}")
        return Line(str(sentence), looked, kind, translate(self.locale, result))

    def _looked(self, condition: Condition) -> Iterator[Looked]:
        kept = withheld.types(self.unit, self.case, self.actor)
        for name in dict.fromkeys(_whole(each) for each in condition.looks_at):
            if name in ASKED:
                source = N_("from the register")
                yield self._of(ASKED[name], self._registered(name), source)
            elif withheld.is_kept(self.service, name, kept):
                yield self._of(self._label(name), translate(self.locale, N_("Protected")), N_("from the form"))
            else:
                yield self._of(self._label(name), self._answer(name), N_("from the form"))

    def _of(self, what: str, value: str, source: str) -> Looked:
        said = value or translate(self.locale, N_("no answer"))
        return Looked(
            translate(self.locale, what) if what in ASKED.values() else what, said, translate(self.locale, source)
        )

    def _label(self, name: str) -> str:
        return str(showing.words(self.unit, self.service, self.locale).label(self.service.form.fields[name].path))

    def _answer(self, name: str) -> str:
        """A name, a number or a street keeps its own direction."""
        field, answer = self.service.form.fields[name], self.weighed.known.get(name)
        if isinstance(field, forms.File):
            return translate(self.locale, N_("It is there") if answer else N_("It is not there"))
        if answer is None:
            return ""
        words = showing.words(self.unit, self.service, self.locale)
        around = showing.around(self.unit, self.service, self.locale, _form(self.weighed.known))
        lines = [
            shown.line((span.text, span.apart) for span in part) for part in forms.show(field, answer, words, around)
        ]
        return BREAK.join(lines)

    def _registered(self, name: str) -> str:
        value = self.weighed.known.get(name)
        if value is None:
            return ""
        if not isinstance(value, bool):
            return format_day(date.fromisoformat(value), self.locale)
        since = self.weighed.known.get("register.lives_since") if name == "register.lives_here" else None
        if value and since:
            day = format_day(date.fromisoformat(since), self.locale)
            return translate(self.locale, N_("Yes, since %(day)s"), day=day)
        return translate(self.locale, YES if value else NO)


def _whole(name: str) -> str:
    """The question that a part of an answer belongs to; facts of the register stand alone."""
    return name if name.startswith(f"{REGISTER}.") else name.partition(".")[0]


def _form(known: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in known.items() if not name.startswith(f"{REGISTER}.")}

"""What a clerk is asked about a mandate: all mistakes at once, drawn again as it was typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from app import catalogue, forms
from app.identity import mandates
from app.kit.actor import BOTH, Actor
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, translate
from app.kit.views import FieldError, error_of

EVERYTHING, SOME, READS, ACTS = "everything", "some", "reads", "acts"
KIND, EMAIL, SCOPE, SERVICES, WAY, UNTIL = "kind", "email", "scope", "services", "way", "until"
HOW, SEEN, SEEN_ON, NOTICES = "how", "seen", "seen_on", "notices"
OF_MANDATE = (SCOPE, SERVICES, WAY, UNTIL)
"""What is asked of a mandate only; of a guardian the law says it."""

TEXTS: Mapping[str, str] = {
    "field.kind.label": N_("What is it?"),
    "field.kind.option.mandate": N_("A mandate that this person gives"),
    "field.kind.option.guardian": N_("A guardian of this person, who is under 18"),
    "field.kind.error.required": N_("Choose what it is."),
    "field.kind.error.of_age": N_("This person is 18 or older. Record a mandate that the person gives."),
    "field.kind.error.no_birthday": N_("The record does not say when this person was born. Correct the record first."),
    "field.email.label": N_("E-mail address of the person who helps"),
    "field.email.hint": N_("We write to it, and ask for a yes."),
    "field.email.error.own": N_("This is the person’s own address. Write that of the person who helps."),
    "field.email.error.twice": N_("This helper may act for the person already. End that mandate first."),
    "field.scope.label": N_("In what may they help?"),
    "field.scope.option.everything": N_("In everything that is not confidential"),
    "field.scope.option.some": N_("Only in the services that are ticked below"),
    "field.scope.error.required": N_("Choose in what they may help."),
    "field.services.label": N_("Services"),
    "field.services.hint": N_("Only if you chose some services above."),
    "field.services.error.required": N_("Tick at least one service."),
    "field.services.error.option": N_("Nobody can act for another person in this service. Tick others."),
    "field.way.label": N_("What may they do?"),
    "field.way.option.reads": N_("Read only"),
    "field.way.option.acts": N_("Read and act"),
    "field.way.error.required": N_("Choose what they may do."),
    "field.until.label": N_("Until which day?"),
    "field.until.hint": N_("At the latest {last}. Either side can end it on any day before."),
    "field.until.error.min": N_("This day is over. Write {min} or a later day."),
    "field.until.error.max": N_("A mandate cannot last that long. Write {max} or an earlier day."),
    "field.notices.label": mandates.QUESTION,
    "field.notices.hint": N_("If you choose nothing, both do. The person can change it at any moment."),
    "field.how.label": N_("How was it given?"),
    "field.how.error.required": N_("Choose how it was given."),
    "field.seen.label": N_("What did you see?"),
    "field.seen.error.required": N_("Say what you saw."),
    "field.seen_on.label": N_("Date on the document"),
    "field.seen_on.hint": N_("If both were here: today."),
    "field.seen_on.error.max": N_("This day has not come yet. Write the date on the document."),
}


@dataclass(frozen=True)
class Asked:
    """The questions in one language, what was typed, and what is wrong with it, by field and HTML name."""

    fields: Mapping[str, forms.Field]
    words: forms.Words
    around: forms.Around
    typed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    wrong: Mapping[str, Mapping[str, forms.Problem]] = field(default_factory=dict)
    answers: Mapping[str, Any] = field(default_factory=dict)

    @property
    def controls(self) -> tuple[forms.Control, ...]:
        return tuple(
            forms.of_another(control)
            for name, asked in self.fields.items()
            for control in forms.controls(asked, self.typed, self.wrong.get(name, {}), self.words, self.around)
        )

    @property
    def errors(self) -> tuple[FieldError, ...]:
        """Each with its question: on one page the same words may stand twice."""
        return tuple(
            error_of(forms.html_id(html), self.words.label(name), sentence, self.words.locale)
            for name, asked in self.fields.items()
            for html, sentence in forms.sentences(asked, self.wrong.get(name, {}), self.words).items()
        )

    def recorded(self) -> mandates.Recorded:
        """What was answered, when nothing is wrong."""
        given, guardian = self.answers, self.answers[KIND] == mandates.GUARDIAN
        named = () if guardian or given[SCOPE] == EVERYTHING else tuple(given[SERVICES])
        until = self.around.today if guardian else date.fromisoformat(given[UNTIL])
        seen_on = date.fromisoformat(given[SEEN_ON])
        return mandates.Recorded(
            given[KIND], given[EMAIL], named, given.get(WAY) == ACTS, until, given[HOW], given[SEEN], seen_on,
            given.get(NOTICES) or BOTH,
        )  # fmt: skip

    def unjudged(self) -> "Asked":
        """What was typed, with nothing said of it yet."""
        return replace(self, wrong={})

    def but(self, name: str, problem: str) -> "Asked":
        """The same with one more mistake."""
        return replace(self, wrong={**self.wrong, name: {name: forms.Problem(problem)}})


def ask(unit: Unit, actor: Actor, locale: str) -> Asked:
    """The empty questions."""
    around = forms.Around(mandates.today(unit), locale)
    return Asked(_fields(unit, actor), _words(unit, locale), around)


def read(asked: Asked, raw: Mapping[str, Any]) -> Asked:
    """The questions with what a browser sent."""
    outcomes = {name: forms.parse(each, raw, asked.around) for name, each in asked.fields.items()}
    wrong = {name: outcome.errors for name, outcome in outcomes.items() if outcome.errors}
    answers = {name: outcome.answer for name, outcome in outcomes.items()}
    unasked = OF_MANDATE if answers[KIND] == mandates.GUARDIAN else () if answers[SCOPE] == SOME else (SERVICES,)
    for name in unasked:
        wrong.pop(name, None)
    typed = {html: values for outcome in outcomes.values() for html, values in outcome.typed.items()}
    return replace(asked, typed=typed, wrong=wrong, answers=answers)


def _fields(unit: Unit, actor: Actor) -> Mapping[str, forms.Field]:
    """What is confidential is offered by its own office only."""
    open_here = [
        each for each in mandates.allowed(unit) if not each.confidential or each.department in actor.departments
    ]
    last = mandates.last_day(unit).isoformat()
    return {
        KIND: _choice(KIND, mandates.MANDATE, mandates.GUARDIAN),
        EMAIL: forms.made.Email(id=EMAIL, path=EMAIL, type="email", autocomplete="off"),
        SCOPE: _choice(SCOPE, EVERYTHING, SOME),
        SERVICES: forms.made.Choices(
            id=SERVICES, path=SERVICES, type="choices", options=_options(*(each.id for each in open_here))
        ),
        WAY: _choice(WAY, READS, ACTS),
        UNTIL: forms.made.Date(id=UNTIL, path=UNTIL, type="date", min="today", max=last),
        NOTICES: forms.made.Choice(
            id=NOTICES, path=NOTICES, type="choice", optional=True, options=_options(*mandates.TOLD)
        ),
        HOW: _choice(HOW, *mandates.HOW),
        SEEN: _choice(SEEN, *mandates.SEEN),
        SEEN_ON: forms.made.Date(id=SEEN_ON, path=SEEN_ON, type="date", max="today"),
    }


def _choice(name: str, *options: str) -> forms.Field:
    return forms.made.Choice(id=name, path=name, type="choice", options=_options(*options))


def _options(*ids: str) -> tuple[forms.made.Option, ...]:
    return tuple(forms.made.Option(id=id) for id in ids)


def _words(unit: Unit, locale: str) -> forms.Words:
    said = {key: translate(locale, words) for key, words in TEXTS.items()}
    said["field.until.hint"] = said["field.until.hint"].format(last=format_day(mandates.last_day(unit), locale))
    for name, options in ((HOW, mandates.HOW), (SEEN, mandates.SEEN), (NOTICES, mandates.TOLD)):
        said |= {f"field.{name}.option.{id}": translate(locale, words) for id, words in options.items()}
    for each in mandates.allowed(unit):
        said[f"field.{SERVICES}.option.{each.id}"] = str(catalogue.texts(unit, each, locale)("service.name"))
    return forms.Words(said.get, locale)

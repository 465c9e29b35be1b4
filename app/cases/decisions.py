"""Decisions as they are kept: grounds in words, in each language that counts, and the remedy against them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from app import catalogue
from app.cases import contents, law, signing, vault
from app.cases.models import Decision
from app.cases.queries import Case
from app.kit import db, i18n, rules
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_
from app.kit.ids import new_id
from app.workflow import Term

DECIDED = ("granted", "refused")


@dataclass(frozen=True)
class Chosen:
    """A phrase with the values of its slots."""

    phrase: str
    slots: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Grounds:
    """What a clerk gives with a press: reasons and conditions from phrases, words of her own, fields to ask again."""

    reasons: Sequence[Chosen] = ()
    conditions: Sequence[Chosen] = ()
    words: str = ""
    fields: Sequence[str] = ()
    typed: str = ""

    @property
    def given(self) -> frozenset[str]:
        found = {"reason"} if self.reasons or self.words else set()
        return frozenset(found | ({"conditions"} if self.conditions else set()))

    def says(self, phrases: Iterable[str]) -> bool:
        """Whether all of these phrases are among them."""
        return set(phrases) <= {chosen.phrase for chosen in (*self.reasons, *self.conditions)}


def add(
    unit: Unit, case: Case, decision_id: UUID, transition: str, outcome: str, content: Any, who: str, actor: Actor,
    *, tell_at: Any, told_at: Any = None, by_rule: bool = False, against: str = "",
    replaces: UUID | None = None,
) -> None:  # fmt: skip
    """Keep a decision; without `told_at` it waits to be told."""
    db.add(
        unit, Decision, id=decision_id, case_id=case.id, at=unit.now, tell_at=tell_at, told_at=told_at,
        recalled_at=None, transition=transition, outcome=outcome, replaces=replaces,
        by_rule=by_rule, against=against, account_id=actor.account_id,
        who=vault.seal(unit, case.id, Decision, "who", decision_id, signing.known_as(unit, case, who)),
        content=vault.seal(unit, case.id, Decision, "content", decision_id, content),
    )  # fmt: skip


def note_rule(unit: Unit, case: Case, service: catalogue.Service, taken: Sequence[str]) -> None:
    """When no clerk decided, a rule did, or the town's silence: it is told at once, with the reasons in words."""
    since = case.started_at or unit.now
    if case.outcome in DECIDED and not any(row.at >= since for row in contents.decisions(unit, case.id)):
        _by_rule(unit, case, service, taken[-1] if taken else "", str(case.outcome))


def _by_rule(unit: Unit, case: Case, service: catalogue.Service, transition: str, outcome: str) -> None:
    way = service.workflow.transition(transition)
    names = _named(service, way.auto) if way and way.auto else ()
    reasons = {locale: _rule_said(unit, service, names, outcome, locale) for locale in languages(unit, case)}
    content = {"reasons": reasons, "conditions": {}, "remedy": _remedy(unit, case)}
    town = Actor.system("rule")
    add(unit, case, new_id(), transition, outcome, content, "", town, tell_at=unit.now, told_at=unit.now, by_rule=True)


def _named(service: catalogue.Service, rule: str) -> tuple[str, ...]:
    """The rules whose sentences are the reasons: those that the rule asks for all of, or the rule itself."""
    known = service.rules.get(rule)
    return (rules.parts(known) or (rule,)) if known else ()


def _rule_said(unit: Unit, service: catalogue.Service, names: Sequence[str], outcome: str, locale: str) -> list[str]:
    """A sentence a reason."""
    texts = catalogue.texts(unit, service, locale)
    said = [str(texts(f"rule.{name}")) for name in names]
    silence = {
        "granted": N_("The law grants it, because the time to decide is over."),
        "refused": N_("The law counts it as refused, because the time to decide is over."),
    }
    return said or [i18n.translate(locale, silence[outcome])]


def languages(unit: Unit, case: Case) -> list[str]:
    """The official language first, the person's beside it."""
    return list(dict.fromkeys([*law.profile(unit).official, case.locale]))


def compose(unit: Unit, case: Case, outcome: str, grounds: Grounds) -> dict[str, Any]:
    """Reasons, conditions and remedy as they will be read, in each language of the decision."""
    found: dict[str, Any] = {"reasons": {}, "conditions": {}, "remedy": _remedy(unit, case)}
    for locale in languages(unit, case):
        found["reasons"][locale] = _said(unit, grounds.reasons, locale) + ([grounds.words] if grounds.words else [])
        found["conditions"][locale] = _said(unit, grounds.conditions, locale)
    return found


def _said(unit: Unit, chosen: Sequence[Chosen], locale: str) -> list[str]:
    said = []
    for each in chosen:
        phrase = catalogue.phrase(unit, each.phrase, locale)
        if phrase is not None:
            said.append(str(phrase.say(**each.slots)))
    return said


def in_words(unit: Unit, case: Case, grounds: Grounds) -> dict[str, str]:
    """The grounds as one text a language: why the office asks, or hears."""
    return {
        locale: "\n".join([*_said(unit, grounds.reasons, locale), *([grounds.words] if grounds.words else [])])
        for locale in languages(unit, case)
    }


def _remedy(unit: Unit, case: Case) -> dict[str, str]:
    appeal, court = law.profile(unit).appeal, law.profile(unit).court
    service = catalogue.version(unit, case.version)
    if not service.appealable:
        return {}
    if court is not None and service.appeals:
        return {
            locale: str(catalogue.phrase_texts(unit, locale)(f"decision.remedy.{court.remedy}", months=court.months))
            for locale in languages(unit, case)
        }
    said = {}
    for locale in languages(unit, case):
        texts = catalogue.phrase_texts(unit, locale)
        body = texts(f"decision.remedy.body.{appeal.body}")
        said[locale] = str(texts(f"decision.remedy.{appeal.remedy}", body=body, term=_term(appeal, locale)))
    return said


def _term(appeal: Term, locale: str) -> str:
    """How long there is to appeal. The last day is not known yet: it runs from the day on which this is served."""
    if appeal.months is not None:
        return i18n.translate_many(locale, "within %(number)s month", "within %(number)s months", appeal.months)
    days = appeal.days or 0
    if appeal.working:
        return i18n.translate_many(locale, "within %(number)s working day", "within %(number)s working days", days)
    return i18n.translate_many(locale, "within %(number)s day", "within %(number)s days", days)

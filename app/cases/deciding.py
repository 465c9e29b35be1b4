"""Deciding: a clerk presses a transition, with reasons from phrases; told when the recall time is over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import update

from app import catalogue, workflow
from app.cases import answers, asking, law, messaging, moving, queries, vault
from app.cases.events import CaseDecided
from app.cases.models import Decision
from app.cases.queries import Case
from app.kit import db, events, i18n, jobs
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_
from app.kit.ids import new_id

DECIDED = ("granted", "refused")
TELL = "cases.tell_decision"


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


@dataclass(frozen=True)
class ToTell:
    """A decision whose recall time is over."""

    case_id: UUID
    decision_id: UUID


class Waiting(Refused):
    words = N_("A decision on this case is not sent yet. Until it is, nothing else can be done.")


class NothingToAsk(Refused):
    status = 422
    words = N_("Choose at least one question that the person should answer again.")


def press(unit: Unit, actor: Actor, case: Case, transition: str, grounds: Grounds, who: str) -> Case:
    """Do what a clerk or supervisor may do with a case. A decision waits for its recall time; the rest is at once."""
    held = queries.locked(unit, case.id)
    if queries.pending_decision(unit, held.id) is not None:
        raise Waiting
    service = catalogue.version(unit, held.version)
    functions = workflow.held(service.workflow, actor.functions(held.department))
    trigger = workflow.Press(transition, functions, given=grounds.given)
    rule = answers.truth(unit, service, answers.current(unit, held.id))
    passed = moving.passed(unit, held)
    step = workflow.step(service.workflow, trigger, state=held.state, passed=passed, rule=rule)
    outcome = service.workflow.states[step.state].final
    if outcome in DECIDED:
        return _decide(unit, actor, held, transition, str(outcome), grounds, who)
    asks = any(isinstance(action, workflow.RequestInformation) for action in step.actions)
    if asks and not grounds.fields:
        raise NothingToAsk
    moved = moving.move(unit, held, trigger, actor, {"grounds": grounds, "service": service})
    if moved.yours and not asks:
        asking.record(unit, moved, actor, asking.HEARING, (), _words(unit, held, grounds))
    return moved


def _decide(unit: Unit, actor: Actor, case: Case, transition: str, outcome: str, grounds: Grounds, who: str) -> Case:
    decision_id = new_id()
    tell_at = messaging.told_from(unit)
    content = compose(unit, case, outcome, grounds)
    _add(unit, case, decision_id, transition, outcome, content, who, actor, tell_at=tell_at)
    moving.note_step(unit, case.id, "decided", actor, transition=transition)
    if tell_at <= unit.now:
        return tell(unit, ToTell(case.id, decision_id))
    jobs.enqueue(unit, TELL, ToTell(case.id, decision_id), run_at=tell_at)
    return case


def _add(
    unit: Unit, case: Case, decision_id: UUID, transition: str, outcome: str, content: Any, who: str, actor: Actor,
    *, tell_at: Any, told_at: Any = None, by_rule: bool = False,
) -> None:  # fmt: skip
    db.add(
        unit, Decision, id=decision_id, case_id=case.id, at=unit.now, tell_at=tell_at, told_at=told_at,
        transition=transition, outcome=outcome, by_rule=by_rule, account_id=actor.account_id,
        who=vault.seal(unit, case.id, Decision, "who", decision_id, who),
        content=vault.seal(unit, case.id, Decision, "content", decision_id, content),
    )  # fmt: skip


def note_rule(unit: Unit, case: Case, service: catalogue.Service, taken: Sequence[str]) -> None:
    """When no clerk decided, a rule did, or the town's silence: it is told at once, with the reasons in words."""
    if case.outcome in DECIDED and not queries.decisions(unit, case.id):
        _by_rule(unit, case, service, taken[-1] if taken else "", str(case.outcome))


def _by_rule(unit: Unit, case: Case, service: catalogue.Service, transition: str, outcome: str) -> None:
    reasons = {}
    for locale in languages(unit, case):
        texts = catalogue.texts(unit, service, locale)
        way = service.workflow.transition(transition)
        said = texts.get(f"rule.{way.auto}") if way and way.auto else None
        words = (
            str(said) if said else i18n.translate(locale, N_("The law grants it, because the time to decide is over."))
        )
        reasons[locale] = [words]
    content = {"reasons": reasons, "conditions": {}, "remedy": _remedy(unit, case)}
    town = Actor.system("rule")
    _add(unit, case, new_id(), transition, outcome, content, "", town, tell_at=unit.now, told_at=unit.now, by_rule=True)


def tell(unit: Unit, args: ToTell) -> Case:
    """The recall time is over: take the step, tell the person, and let the decision stand."""
    case = queries.locked(unit, args.case_id)
    pending = queries.pending_decision(unit, case.id)
    if pending is None or pending.id != args.decision_id or case.closed_at is not None:
        return case
    table = db.table(Decision)
    db.change(unit, update(table).where(table.c.id == pending.id).values(told_at=unit.now))
    service = catalogue.version(unit, case.version)
    trigger = workflow.Press(
        pending.transition, frozenset(service.workflow.functions), given=frozenset({"reason", "conditions"})
    )
    moved = moving.move(unit, case, trigger, Actor.system("decision told"))
    events.record(unit, CaseDecided(case.id))
    return moved


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


def _words(unit: Unit, case: Case, grounds: Grounds) -> dict[str, str]:
    return {
        locale: "\n".join([*_said(unit, grounds.reasons, locale), *([grounds.words] if grounds.words else [])])
        for locale in languages(unit, case)
    }


def request_words(unit: Unit, case: Case, grounds: Grounds) -> dict[str, str]:
    """The reason of a request for information, by language."""
    return _words(unit, case, grounds)


def _remedy(unit: Unit, case: Case) -> dict[str, str]:
    appeal = law.profile(unit).appeal
    until = law.calendar(unit).last_day(law.calendar(unit).day_of(unit.now), appeal)
    said = {}
    for locale in languages(unit, case):
        texts = catalogue.phrase_texts(unit, locale)
        body = texts(f"decision.remedy.body.{appeal.body}")
        said[locale] = str(
            texts(f"decision.remedy.{appeal.remedy}", body=body, until=i18n.format_day(until, locale, "long"))
        )
    return said

"""Deciding: a clerk presses a transition, with grounds; a decision is told when the recall time is over."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import update

from app import catalogue, workflow
from app.cases import answers, asking, contents, decisions, messaging, moving, queries, stepping
from app.cases.advising import weighing
from app.cases.events import CaseDecided
from app.cases.models import Decision
from app.cases.queries import Case
from app.cases.rights import appealing, replacing, settled
from app.kit import db, events, jobs
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_
from app.kit.ids import new_id

TELL = "cases.tell_decision"


@dataclass(frozen=True)
class ToTell:
    """A decision whose recall time is over."""

    case_id: UUID
    decision_id: UUID


class NothingToAsk(Refused):
    status = 422
    words = N_("Choose at least one question that the person should answer again.")


class Unsaid(Refused):
    status = 422
    words = N_("A sentence is missing that this decision always has. Choose it, and fill in what it asks for.")


def press(unit: Unit, actor: Actor, case: Case, transition: str, grounds: decisions.Grounds, who: str) -> Case:
    """Do what a clerk or supervisor may do with a case. A decision waits for its recall time; the rest is at once."""
    held = queries.locked(unit, case.id)
    settled.insist_open(unit, actor, held)
    appealing.insist_other(unit, actor, held)
    service = catalogue.version(unit, held.version)
    functions = workflow.held(service.workflow, actor.functions(held.department))
    trigger = workflow.Press(transition, functions, given=grounds.given)
    rule = answers.truth(unit, service, answers.current(unit, held.id))
    passed = moving.passed(unit, held)
    step = workflow.step(service.workflow, trigger, state=held.state, passed=passed, rule=rule)
    way = service.workflow.transition(transition)
    if way is not None and not grounds.says(way.says):
        raise Unsaid
    outcome = service.workflow.states[step.state].final
    if outcome in decisions.DECIDED:
        return _decide(unit, actor, held, transition, str(outcome), grounds, who)
    asks = any(isinstance(action, workflow.RequestInformation) for action in step.actions)
    if asks and not grounds.fields:
        raise NothingToAsk
    moved = stepping.move(unit, held, trigger, actor, grounds)
    if moved.yours and not asks:
        asking.record(unit, moved, actor, asking.HEARING, (), decisions.in_words(unit, held, grounds))
    return moved


def _decide(
    unit: Unit, actor: Actor, case: Case, transition: str, outcome: str, grounds: decisions.Grounds, who: str
) -> Case:
    decision_id = new_id()
    tell_at = messaging.told_from(unit)
    content = decisions.compose(unit, case, outcome, grounds)
    against = weighing.against(unit, case, outcome)
    decisions.add(unit, case, decision_id, transition, outcome, content, who, actor, tell_at=tell_at, against=against)
    moving.note_step(unit, case.id, "decided", actor, transition=transition)
    if tell_at <= unit.now:
        return tell(unit, ToTell(case.id, decision_id))
    jobs.enqueue(unit, TELL, ToTell(case.id, decision_id), run_at=tell_at)
    return moving.touch(unit, case)


def tell(unit: Unit, args: ToTell) -> Case:
    """The recall time is over: take the step, tell the person, and let the decision stand."""
    case = queries.locked(unit, args.case_id)
    pending = contents.pending_decision(unit, case.id)
    if pending is None or pending.id != args.decision_id:
        return case
    if (case.closed_at is not None) != (pending.replaces is not None):
        return case
    table = db.table(Decision)
    db.change(unit, update(table).where(table.c.id == pending.id).values(told_at=unit.now))
    if pending.replaces is not None:
        return replacing.take(unit, case, pending)
    service = catalogue.version(unit, case.version)
    trigger = workflow.Press(
        pending.transition, frozenset(service.workflow.functions), given=frozenset({"reason", "conditions"})
    )
    moved = stepping.move(unit, case, trigger, Actor.system("decision told"), serves=True)
    events.record(unit, CaseDecided(case.id))
    return moved

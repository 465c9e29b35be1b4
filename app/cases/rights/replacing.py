"""What follows when a correction is told: the case stands where the new decision says, its documents are issued anew,
and those before say what replaced them."""

from typing import Any

from app import catalogue, documents, workflow
from app.cases import actions, answers, moving, telling
from app.cases.events import DecisionCorrected
from app.cases.queries import Case
from app.cases.rights import alerting, appealing, letters, serving
from app.kit import events
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate


def leading(unit: Unit, case: Case, service: catalogue.Service, way: workflow.Transition) -> workflow.Step:
    """Where a way to decide leads when it is taken once more, from the state that it was open in."""
    flow, filed = service.workflow, answers.current(unit, case.id)
    press = workflow.Press(way.id, frozenset(flow.functions), given=frozenset({"reason", "conditions"}))
    rule = answers.truth(unit, service, filed)
    return workflow.step(flow, press, state=way.from_[0], passed=frozenset(flow.states), rule=rule)


def take(unit: Unit, case: Case, row: Any) -> Case:
    """Put the corrected decision in the place of the one before, and tell the person."""
    service, filed = catalogue.version(unit, case.version), answers.current(unit, case.id)
    way = service.workflow.transition(row.transition)
    assert way is not None
    step, town = leading(unit, case, service, way), Actor.system("correction told")
    moved = case._replace(state=step.state, outcome=row.outcome, touched_at=unit.now)
    moving.save(unit, moved)
    moving.note_step(unit, case.id, "corrected", town, state=step.state, transition=row.transition)
    before = {line.id for line in documents.of_case(unit, case.id, case.locale)}
    issued = tuple(action for action in step.actions if isinstance(action, workflow.Issue))
    actions.carry_out(unit, moved, service, filed, issued, town, None)
    if not issued:
        letters.issue(unit, moved, service)
    now = [line.id for line in documents.of_case(unit, case.id, case.locale) if line.id not in before]
    documents.replace(unit, case.id, before, now[-1])
    channel = serving.channel(unit, moved, step.actions)
    if channel == serving.PORTAL:
        served = serving.serve(unit, moved, before, channel)
        alerting.tell(unit, moved, served, "corrected", ())
    else:
        _tell(unit, moved, step)
        serving.serve(unit, moved, before, channel)
        appealing.settle(unit, moved, service)
    events.record(unit, DecisionCorrected(case.id))
    return moved


def _tell(unit: Unit, case: Case, step: workflow.Step) -> None:
    """In words, and by post what the package sends so."""
    subject = translate(case.locale, N_("%(reference)s: we corrected the decision"), reference=case.reference)
    words = N_("We corrected the decision on your case. The one before stays there and is marked.")
    telling.say(unit, case, "corrected", subject, translate(case.locale, words))
    for action in step.actions:
        if isinstance(action, workflow.Notify) and action.enclose:
            telling.post(unit, case, action.message, action.enclose)

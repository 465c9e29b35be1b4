"""Taking a step: the workflow says it, `moving` stores and times it, the actions carry it out."""

from app import catalogue, workflow
from app.cases import answers, decisions, moving, queries, said_once, timers
from app.cases.actions import carry_out
from app.cases.decisions import Grounds
from app.cases.events import CaseClosed, CaseMoved
from app.cases.queries import Case
from app.cases.rights import alerting, appealing, letters, serving
from app.cases.timers import TimerDue
from app.kit import events
from app.kit.actor import Actor
from app.kit.db import Unit


def move(
    unit: Unit,
    case: Case,
    trigger: workflow.Trigger,
    by: Actor,
    grounds: Grounds | None = None,
    *,
    serves: bool = False,
) -> Case:
    """Take the step that `trigger` asks for; the case as it is then. `grounds` are what a clerk gave. A decision that
    is served (`serves`) and waits in the portal is told as nothing but a notification that waits, unless its state says
    that it is just told. Whoever is reached on paper gets the paper in any case."""
    service = catalogue.version(unit, case.version)
    filed = answers.current(unit, case.id)
    step = workflow.step(
        service.workflow,
        trigger,
        state=None if isinstance(trigger, workflow.Start) else case.state,
        passed=moving.passed(unit, case),
        rule=answers.truth(unit, service, filed),
    )
    if not step.entered:
        carry_out(unit, case, service, filed, step.actions, by, grounds)
        return case
    for number, state in enumerate(step.entered):
        moving.note_step(unit, case.id, "moved", by, state=state, transition=_taken(step, number))
    moved = moving.enter(unit, case, service, filed, step.state, len(step.entered))
    decisions.note_rule(unit, moved, service, step.taken)
    decided, before = moved.outcome in decisions.DECIDED, serving.issued(unit, case)
    channel = serving.channel(unit, moved, step.actions) if serves and decided else ""
    if channel == serving.PORTAL and not service.workflow.states[moved.state].served:
        channel = ""
    waits = channel == serving.PORTAL
    actions = said_once.actions(service.workflow, trigger, step)
    carry_out(unit, moved, service, filed, alerting.without_words(actions, waits), by, grounds)
    if decided and not letters.among(step.actions):
        letters.issue(unit, moved, service)
    served = serving.serve(unit, moved, before, channel) if channel else None
    if served is not None and waits:
        alerting.tell(unit, moved, served, *alerting.words(filed, step.actions))
    events.record(unit, CaseMoved(case.id))
    if moved.closed_at:
        if not waits:
            appealing.settle(unit, moved, service)
        events.record(unit, CaseClosed(case.id))
    return moved


def _taken(step: workflow.Step, number: int) -> str:
    """The transition that led into the state of this place; a start has one state more than transitions."""
    offset = len(step.entered) - len(step.taken)
    return step.taken[number - offset] if number >= offset else ""


def timer(unit: Unit, args: TimerDue) -> None:
    """A timer's time has come; one that belongs to an earlier visit to a state does nothing."""
    case = queries.locked(unit, args.case_id)
    if case.entries != args.entry or case.closed_at is not None:
        return
    if timers.too_early(unit, case, args):
        moving.retime(unit, case)
        return
    trigger: workflow.Trigger = (
        workflow.Remind(args.transition)
        if args.kind == "remind"
        else workflow.Silence(to=args.transition)
        if args.kind == timers.SILENCE
        else workflow.Due(args.transition)
    )
    move(unit, case, trigger, Actor.system(f"timer {args.transition}"))

"""One step of a case: what a press, an event or a timer does to it. Pure: the caller stores what comes out."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from app.workflow.definition import (
    OTHERWISE,
    Action,
    Notify,
    Transition,
    Workflow,
)
from app.workflow.errors import Missing, NotFromHere, NotHeard, NotYours, Runaway, UnknownTransition
from app.workflow.terms import Silence

MOST_AUTOMATIC = 20

Rule = Callable[[str], bool]
"""Whether a rule of the package, by name, holds for this case's answers."""


@dataclass(frozen=True)
class Start:
    """The case has been sent."""


@dataclass(frozen=True)
class Press:
    """Somebody chose a transition. `functions`: what she holds in the case's department, in the workflow's own words
    (`held`); `person`: it is her own case. `given`: which of the needs (reason, conditions) came along."""

    transition: str
    functions: frozenset[str] = frozenset()
    person: bool = False
    given: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Event:
    """Something happened that a state may wait for: `answered`."""

    name: str


@dataclass(frozen=True)
class Due:
    """The time of a transition has come."""

    transition: str


@dataclass(frozen=True)
class Remind:
    """The time of a transition's reminder has come."""

    transition: str


Trigger = Start | Press | Event | Due | Remind | Silence


@dataclass(frozen=True)
class Step:
    """What happened, in order. Nothing taken and nothing entered: the trigger meant nothing in this state."""

    state: str
    taken: tuple[str, ...] = ()
    entered: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    needs: tuple[str, ...] = ()


def held(workflow: Workflow, staff: Collection[str]) -> frozenset[str]:
    """The functions of the workflow that somebody with these staff functions (clerk, supervisor) holds."""
    return frozenset(name for name, function in workflow.functions.items() if function in staff)


def step(workflow: Workflow, trigger: Trigger, *, state: str | None, passed: Collection[str], rule: Rule) -> Step:
    """Take the step that `trigger` asks for and the automatic ones that follow it.

    `state` is None before the start; `passed` are the states that the case has been in and left. A timer or an event
    that comes too late for the state does nothing; a press that does not fit raises a `StepRefused`.
    """
    if isinstance(trigger, Start):
        return _run(workflow, [], [workflow.start], [], rule)
    if state is None:
        raise ValueError("a case that has not started takes no step but its start")
    if workflow.states[state].final:
        return _unmoved(trigger, state)
    if isinstance(trigger, Silence):
        return _run(workflow, [], [trigger.to], [], rule)
    if isinstance(trigger, Remind):
        return Step(state, actions=_reminder(workflow, trigger, state))
    chosen = _chosen(workflow, trigger, state, passed)
    if chosen is None:
        return Step(state)
    return _run(workflow, [chosen.id], [chosen.to], list(chosen.do), rule, chosen.needs)


def _unmoved(trigger: Trigger, state: str) -> Step:
    if isinstance(trigger, Press):
        raise NotFromHere(trigger.transition)
    return Step(state)


def _chosen(workflow: Workflow, trigger: Press | Event | Due, state: str, passed: Collection[str]) -> Transition | None:
    if isinstance(trigger, Event):
        return next((way for way in workflow.leaving(state) if way.upon == trigger.name), None)
    way = workflow.transition(trigger.transition)
    if way is None:
        raise UnknownTransition(trigger.transition)
    if isinstance(trigger, Due):
        return way if way.timed and state in way.from_ else None
    _check_press(way, trigger, state, passed)
    return way


def _check_press(way: Transition, press: Press, state: str, passed: Collection[str]) -> None:
    if way.by is None:
        raise UnknownTransition(way.id)
    if not may_press(way, press.functions, press.person):
        raise NotYours(way.id)
    if state not in way.from_:
        raise NotFromHere(way.id)
    if way.passed and way.passed not in passed:
        raise NotHeard(way.id)
    for need in way.needs:
        if need not in press.given:
            raise Missing(way.id, need)


def may_press(way: Transition, functions: Collection[str], person: bool) -> bool:
    """Whether this actor is the one who may press it, whatever the state."""
    return person if way.by_person else way.by in functions


def _reminder(workflow: Workflow, trigger: Remind, state: str) -> tuple[Action, ...]:
    way = workflow.transition(trigger.transition)
    if way is None or way.remind is None:
        raise UnknownTransition(trigger.transition)
    return (Notify(do="notify", message=way.remind.message),) if state in way.from_ else ()


def _run(
    workflow: Workflow,
    taken: list[str],
    entered: list[str],
    actions: list[Action],
    rule: Rule,
    needs: tuple[str, ...] = (),
) -> Step:
    """Enter the last state of `entered` and follow automatic transitions until none applies."""
    automatic = 0
    while True:
        state = entered[-1]
        actions += workflow.states[state].enter
        way = _automatic(workflow, state, rule)
        if way is None:
            return Step(state, tuple(taken), tuple(entered), tuple(actions), needs)
        automatic += 1
        if way.to in entered or automatic > MOST_AUTOMATIC:
            raise Runaway(way.id)
        taken.append(way.id)
        actions += way.do
        entered.append(way.to)


def _automatic(workflow: Workflow, state: str, rule: Rule) -> Transition | None:
    if workflow.states[state].final:
        return None
    for way in workflow.leaving(state):
        if way.auto is not None and (way.auto == OTHERWISE or rule(way.auto)):
            return way
    return None

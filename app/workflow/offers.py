"""What somebody may press now."""

from collections.abc import Collection

from app.workflow.definition import RequestInformation, Transition, Workflow
from app.workflow.graph import ahead
from app.workflow.step import may_press


def offers(
    workflow: Workflow, state: str, functions: Collection[str], person: bool, passed: Collection[str]
) -> tuple[Transition, ...]:
    """The transitions that this actor may press in this state, in file order.

    What needs a state that has not been passed is left out; a reason or conditions are asked for when it is pressed.
    """
    if workflow.states[state].final:
        return ()
    return tuple(
        way
        for way in workflow.leaving(state)
        if way.by is not None and may_press(way, functions, person) and (way.passed is None or way.passed in passed)
    )


def unmoved(workflow: Workflow, state: str, entries: int) -> bool:
    """Whether a case that has entered so many states came to this one from the start by itself: by rules alone."""
    reached = {workflow.start}
    for _ in range(entries - 1):
        reached = {way.to for id in reached for way in workflow.leaving(id) if way.auto}
    return state in reached


def is_settled(workflow: Workflow, state: str) -> bool:
    """Whether nothing is left to decide from here on: what is still to come is done, and grants and refuses nothing."""
    if state not in workflow.states:
        return False
    still = ahead(workflow, state)
    ends = {workflow.states[id].final for id in still}
    reasons = any(way.needs for id in still for way in workflow.leaving(id))
    return ends.isdisjoint({"granted", "refused"}) and not reasons


def is_plain(workflow: Workflow, way: Transition) -> bool:
    """Whether a transition decides nothing about anybody, wherever rules lead from it: it grants and refuses nothing,
    takes nothing back, needs no reason and asks the person nothing."""
    reached, fresh = {way.to}, {way.to}
    while fresh:
        fresh = {on.to for state in fresh for on in workflow.leaving(state) if on.auto} - reached
        reached |= fresh
    states = [workflow.states[name] for name in reached]
    asks = any(
        isinstance(action, RequestInformation) for action in (*way.do, *(on for at in states for on in at.enter))
    )
    ends = {state.final for state in states} & {"granted", "refused", "withdrawn"}
    return not (way.needs or way.says or asks or ends or any(state.waits_for for state in states))

"""Whether the recorded runs reach every transition, as far as it can be told without playing them.

A run says which transitions are pressed (`act`), and in which states the case then is; between two such states the
transitions that open by themselves are followed. Playing them, which wiring does, has the last word.
"""

from collections import deque
from collections.abc import Iterable, Iterator

from app.catalogue.runs import Act, Confirm, Expect, Run, Step, Wait
from app.workflow import CONFIRMED, Transition, Workflow


def missing_runs(workflow: Workflow, runs: Iterable[Run]) -> Iterator[tuple[int, str]]:
    """Number and id of each transition that no run takes."""
    taken = {id for run in runs for id in taken_by(workflow, run.script.then)}
    for number, transition in enumerate(workflow.transitions):
        if transition.id not in taken:
            yield number, transition.id


def taken_by(workflow: Workflow, steps: Iterable[Step]) -> set[str]:
    """The transitions that a run takes."""
    state, last = workflow.start, "start"
    taken: set[str] = set()
    for step in steps:
        if isinstance(step, Act):
            last = "act"
            pressed = next((way for way in workflow.leaving(state) if way.id == step.act), None)
            if pressed is None:
                way = workflow.transition(step.act)
                pressed = way if way and _follow(workflow, state, set(way.from_), last, taken) is not None else None
            if pressed:
                taken.add(pressed.id)
                state = pressed.to
        elif isinstance(step, Confirm):
            taken |= {way.id for way in workflow.leaving(state) if way.upon == CONFIRMED}
        elif isinstance(step, Wait):
            last = "wait"
            taken |= {way.id for way in workflow.leaving(state) if way.timed and way.to == state}
        elif isinstance(step, Expect):
            state = _follow(workflow, state, {step.state}, last, taken) or step.state
    return taken


def _follow(workflow: Workflow, state: str, targets: set[str], last: str, taken: set[str]) -> str | None:
    """Walk from a state to the nearest target over what opens by itself; the ways used are taken."""
    seen: dict[str, tuple[str, Transition] | None] = {state: None}
    waiting = deque([state])
    while waiting:
        here = waiting.popleft()
        if here in targets:
            found, step = here, seen[here]
            while step:
                taken.add(step[1].id)
                step = seen[step[0]]
            return found
        ways = [way for way in workflow.leaving(here) if way.by is None]
        for way in sorted(ways, key=lambda way: way.timed != (last == "wait")):
            if way.to not in seen:
                seen[way.to] = (here, way)
                waiting.append(way.to)
    return None

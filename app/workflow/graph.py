"""The paths through a workflow: what no case reaches, cannot leave, or goes round in."""

from collections.abc import Collection, Iterator, Mapping

from app.workflow.definition import OTHERWISE, Workflow
from app.workflow.places import Finding, ways
from app.workflow.step import MOST_AUTOMATIC


def dead_ends(workflow: Workflow, silence_to: str | None) -> Iterator[Finding]:
    """States that no case reaches, and states that a case cannot leave."""
    onward = {id: {way.to for way in workflow.leaving(id)} & workflow.states.keys() for id in workflow.states}
    backward = {id: {other for other, targets in onward.items() if id in targets} for id in workflow.states}
    starts = {id for id in (workflow.start, silence_to) if id in workflow.states}
    ends = {id for id, state in workflow.states.items() if state.final}
    reached, ending = _spread(starts, onward), _spread(ends, backward)
    for id, state in workflow.states.items():
        path = ("workflow", "states", id)
        if id not in reached:
            yield Finding(path, f"No case reaches “{id}”. Add a transition to it, or remove it.")
        if state.final:
            continue
        if not onward[id]:
            yield Finding(path, f"No case can leave “{id}”. Add a transition from it, or say that it is `final`.")
        elif id not in ending:
            yield Finding(path, f"From “{id}” no case comes to an end. Add a way to a final state.")
        elif {way.auto for way in workflow.leaving(id)}.isdisjoint({None, OTHERWISE}):
            yield Finding(path, f"A case for which no rule holds stays in “{id}”. Add `auto: otherwise`.")


def _spread(found: Collection[str], onward: Mapping[str, Collection[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = list(found)
    while waiting:
        id = waiting.pop()
        if id not in reached:
            reached.add(id)
            waiting += onward[id]
    return reached


def ahead(workflow: Workflow, state: str) -> frozenset[str]:
    """The states that a case in this one can still come to, itself included."""
    return frozenset(_spread([state], {id: [way.to for way in workflow.leaving(id)] for id in workflow.states}))


def loops(workflow: Workflow) -> Iterator[Finding]:
    """Automatic transitions that come back to where they were, are too many, or can never be taken."""
    for id in workflow.states:
        certain = False
        for path, way in ways(workflow):
            if id not in way.from_ or way.auto is None:
                continue
            if certain:
                yield Finding((*path, "auto"), f"`otherwise` stands before it: “{way.id}” is never taken. Move it up.")
            certain = certain or way.auto == OTHERWISE
    automatic = {
        id: [way.to for way in workflow.leaving(id) if way.auto is not None and way.to in workflow.states]
        for id in workflow.states
    }
    for path, way in ways(workflow):
        if way.auto is not None and way.to in automatic and not _spread([way.to], automatic).isdisjoint(way.from_):
            yield Finding(
                (*path, "auto"),
                f"“{way.id}” goes round in a loop by itself. Let a person, event or time open one of it.",
            )
            return
    if _longest(automatic) > MOST_AUTOMATIC:
        yield Finding(
            ("workflow", "transitions"), f"More than {MOST_AUTOMATIC} automatic transitions in a row. Use fewer."
        )


def _longest(onward: Mapping[str, Collection[str]]) -> int:
    """The number of steps of the longest walk; there are no loops."""
    steps: dict[str, int] = {}

    def walk(id: str) -> int:
        if id not in steps:
            steps[id] = max((1 + walk(target) for target in onward[id]), default=0)
        return steps[id]

    return max(map(walk, onward), default=0)

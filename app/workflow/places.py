"""Where in service.yaml the parts of a workflow stand."""

from collections.abc import Iterator
from typing import NamedTuple

from app.workflow.definition import Action, Transition, Workflow

Path = tuple[str | int, ...]


class Finding(NamedTuple):
    """Something to mend: its path in service.yaml, and what to do."""

    path: Path
    message: str


def ways(workflow: Workflow) -> Iterator[tuple[Path, Transition]]:
    for number, way in enumerate(workflow.transitions):
        yield ("workflow", "transitions", number), way


def actions(workflow: Workflow) -> Iterator[tuple[Path, Action]]:
    for id, state in workflow.states.items():
        for number, action in enumerate(state.enter):
            yield ("workflow", "states", id, "enter", number), action
    for path, way in ways(workflow):
        for number, action in enumerate(way.do):
            yield (*path, "do", number), action

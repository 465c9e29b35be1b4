"""The sentences that a workflow needs."""

from collections.abc import Iterator

from app.workflow.definition import REQUEST, Invite, Notify, RequestInformation, Workflow
from app.workflow.places import Path, actions, ways

INVITED = ("question", "meaning", "agree", "decline")
"""What somebody reads who is asked for a yes of her own: {name} is who named her."""


def text_keys(workflow: Workflow) -> dict[str, Path]:
    """The text keys that a workflow needs, each with the place that needs it."""
    keys: dict[str, Path] = {}
    for id in workflow.states:
        for part in ("name", "meaning"):
            keys[f"state.{id}.{part}"] = ("workflow", "states", id)
    for path, way in ways(workflow):
        if way.by is not None:
            keys[f"transition.{way.id}.label"] = path
        if way.by_person and way.to in workflow.states and workflow.states[way.to].final != "withdrawn":
            keys[f"transition.{way.id}.meaning"] = path
    for path, action in actions(workflow):
        if isinstance(action, Invite):
            keys.update({f"confirmation.{part}": path for part in INVITED})
    for path, message in _messages(workflow):
        for part in ("subject", "body"):
            keys.setdefault(f"message.{message}.{part}", path)
    return keys


def _messages(workflow: Workflow) -> Iterator[tuple[Path, str]]:
    for path, action in actions(workflow):
        if isinstance(action, Notify):
            yield (*path, "message"), action.message
        elif isinstance(action, RequestInformation):
            yield path, REQUEST
    for path, way in ways(workflow):
        if way.remind:
            yield (*path, "remind"), way.remind.message

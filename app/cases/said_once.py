"""What a case tells its person that goes on in the moment it comes in: one message, that of where it stands then."""

from collections.abc import Sequence

from app import workflow


def actions(flow: workflow.Workflow, trigger: workflow.Trigger, step: workflow.Step) -> Sequence[workflow.Action]:
    """Without the message that it came in, where the state that it is in by now has one: that proves it came in."""
    now = flow.states[step.state]
    if not isinstance(trigger, workflow.Start):
        return step.actions
    if not any(isinstance(action, workflow.Notify) for action in now.enter):
        return step.actions
    return [action for action in step.actions if not isinstance(action, workflow.Notify) or action in now.enter]

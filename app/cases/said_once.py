"""What a case tells its person that ends in the moment it comes in: one message, that of its end."""

from collections.abc import Sequence

from app import workflow


def actions(flow: workflow.Workflow, trigger: workflow.Trigger, step: workflow.Step) -> Sequence[workflow.Action]:
    """Without the message that it came in, which promises a day to decide; the end proves that it came in."""
    end = flow.states[step.state]
    if not isinstance(trigger, workflow.Start) or end.final is None:
        return step.actions
    if not any(isinstance(action, workflow.Notify) for action in end.enter):
        return step.actions
    return [action for action in step.actions if not isinstance(action, workflow.Notify) or action in end.enter]

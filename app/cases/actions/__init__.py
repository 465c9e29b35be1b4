"""What a step of the workflow does besides moving the case: tell, issue a document, ask. Plain calls down."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app import catalogue, workflow
from app.kit.actor import Actor
from app.kit.db import Unit

if TYPE_CHECKING:
    from app.cases.queries import Case


def carry_out(
    unit: Unit,
    case: "Case",
    service: catalogue.Service,
    filed: Mapping[str, Any],
    actions: Sequence[workflow.Action],
    by: Actor,
    chosen: Mapping[str, Any],
) -> None:
    """Carry out the actions of a step, in their order."""
    from app.cases import deciding
    from app.cases.actions import issue, notify, request_information

    deciding.note_rule(unit, case, service, chosen.get("taken", ()))
    for action in actions:
        if isinstance(action, workflow.Notify):
            notify.run(unit, case, service, filed, action)
        elif isinstance(action, workflow.Issue):
            issue.run(unit, case, service, filed, action)
        else:
            request_information.run(unit, case, action, by, chosen)

"""What a step of the workflow does besides moving the case: tell, issue a document, ask. Plain calls down."""

from collections.abc import Mapping, Sequence
from typing import Any

from app import catalogue, workflow
from app.cases.actions import invite, issue, notify, record, request_information
from app.cases.decisions import Grounds
from app.cases.queries import Case
from app.kit.actor import Actor
from app.kit.db import Unit


def carry_out(
    unit: Unit,
    case: Case,
    service: catalogue.Service,
    filed: Mapping[str, Any],
    actions: Sequence[workflow.Action],
    by: Actor,
    grounds: Grounds | None,
) -> None:
    """Carry out the actions of a step, in their order."""
    for action in actions:
        if isinstance(action, workflow.Notify):
            notify.run(unit, case, service, filed, action)
        elif isinstance(action, workflow.Issue):
            issue.run(unit, case, service, filed, action)
        elif isinstance(action, workflow.Record):
            record.run(unit, case, service, filed, action, by)
        elif isinstance(action, workflow.Invite):
            invite.run(unit, case, service, filed, action)
        else:
            request_information.run(unit, case, action, by, grounds or Grounds())

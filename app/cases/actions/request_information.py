"""Ask the person again: the questions the clerk chose, or those that the workflow names."""

from collections.abc import Mapping
from typing import Any

from app import workflow
from app.cases import asking, deciding, telling
from app.cases.queries import Case
from app.kit.actor import Actor
from app.kit.db import Unit


def run(unit: Unit, case: Case, action: workflow.RequestInformation, by: Actor, chosen: Mapping[str, Any]) -> None:
    grounds: deciding.Grounds = chosen.get("grounds", deciding.Grounds())
    fields = grounds.fields if action.fields == "chosen" else action.fields
    reason = grounds.typed or "missing"
    asking.record(unit, case, by, reason, fields, deciding.request_words(unit, case, grounds))
    telling.tell(unit, case, workflow.REQUEST)

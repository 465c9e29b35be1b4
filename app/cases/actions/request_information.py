"""Ask the person again: the questions the clerk chose, or else those that the workflow names."""

from app import workflow
from app.cases import asking, decisions, telling
from app.cases.decisions import Grounds
from app.cases.queries import Case
from app.kit.actor import Actor
from app.kit.db import Unit


def run(unit: Unit, case: Case, action: workflow.RequestInformation, by: Actor, grounds: Grounds) -> None:
    fields = grounds.fields if grounds.fields or action.fields == "chosen" else action.fields
    reason = grounds.typed or "missing"
    asking.record(unit, case, by, reason, fields, decisions.in_words(unit, case, grounds))
    telling.tell(unit, case, workflow.REQUEST)

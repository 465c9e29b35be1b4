"""Write an answer into the town's record, where every department reads it from then on."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app import catalogue, workflow
from app.cases import answers, law
from app.cases.confirming import reading
from app.cases.queries import Case
from app.kit.actor import Actor
from app.kit.db import Unit
from app.people import homing


def run(
    unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any], action: workflow.Record, by: Actor
) -> None:
    """Nothing where the record does not know whom the case concerns: there is nowhere to write it."""
    address = filed.get(action.address)
    if case.person_id is None or not address:
        return
    since = date.fromisoformat(filed[action.since]) if action.since and filed.get(action.since) else law.today(unit)
    together = action.household is not None and answers.truth(unit, service, filed)(action.household)
    home = homing.Home(address, since, case.id, by.account_id if by.is_staff else None)
    whole = homing.movers(unit, case.person_id, together=together)
    agreed = reading.agreed(unit, case.id) if together else None
    if agreed is not None:
        homing.move_together(unit, whole, [each for each in whole if each == case.person_id or each in agreed], home)
        return
    for person_id in whole:
        homing.move(unit, person_id, home, together=together)

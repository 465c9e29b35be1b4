"""Saying yes or no to what a case says of oneself. The case goes on once everybody has said yes, or at its time."""

from typing import Any
from uuid import UUID

from sqlalchemy import update

from app import workflow
from app.cases import moving, queries, stepping
from app.cases.confirming import reading
from app.cases.confirming.models import CaseConfirmation
from app.cases.events import OthersSaid
from app.cases.queries import Case
from app.kit import audit, db, events
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_

SAID = {reading.AGREED: "other_agreed", reading.DECLINED: "other_declined"}
"""The steps of the timeline; that somebody declined stands in the staff's only."""


class GoneOn(Refused):
    """The time is over, or everybody has said yes."""

    words = N_("This request has gone on. Nothing was changed. Write to the office if something is not right.")


def answer(unit: Unit, actor: Actor, confirmation_id: UUID, agrees: bool) -> None:
    """She says it herself; until the case goes on she may say something else."""
    row = reading.hers(unit, actor, confirmation_id)
    _say(unit, actor, queries.locked(unit, row.case_id), row, agrees, f"/me/confirmations/{row.id}")


def answer_for(unit: Unit, actor: Actor, case: Case, confirmation_id: UUID, agrees: bool) -> None:
    """A clerk writes down what she said at the window, on the phone or in a letter (`actor.via`)."""
    held = queries.locked(unit, case.id)
    row = reading.of_case(unit, held, confirmation_id)
    if row.state not in (reading.ASKED, *SAID):
        raise GoneOn
    _say(unit, actor, held, row, agrees, "")


def _say(unit: Unit, actor: Actor, case: Case, row: Any, agrees: bool, back: str) -> None:
    state = reading.AGREED if agrees else reading.DECLINED
    if row.state == state:
        return
    if row.state not in (reading.ASKED, *SAID) or not reading.stands_open(unit, case):
        raise GoneOn(path=back, link=N_("Back to the question")) if back else GoneOn
    table = db.table(CaseConfirmation)
    said = {"state": state, "said_at": unit.now, "account_id": actor.account_id, "via": actor.via}
    db.change(unit, update(table).where(table.c.id == row.id).values(said))
    told = (case.person_id, row.person_id) if agrees else (row.person_id,)
    whose = [each for each in told if each]
    audit.record(
        unit, actor, SAID[state], case_id=case.id, persons=whose, purpose=f"{case.service} {case.reference}",
        department=case.department if actor.departments else "",
    )  # fmt: skip
    moving.note_step(unit, case.id, SAID[state], Actor.system("a person who is named said so"))
    events.record(unit, OthersSaid(case.id))


def go_on(unit: Unit, case_id: UUID) -> None:
    """Where nobody is waited for any more. Two who say it at the same moment do not see each other; so it is looked at
    afterwards, once for each of them. A case that went on meanwhile stays where it is."""
    case = queries.locked(unit, case_id)
    if not reading.waits(unit, case_id):
        stepping.move(unit, case, workflow.Event(workflow.CONFIRMED), Actor.system("everybody said yes"))

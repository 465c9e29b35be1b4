"""Somebody shows at the window who she is, and a case that waited for that begins: nobody needs an address for it."""

from typing import Any
from uuid import UUID

from sqlalchemy import update

from app import catalogue, identity, people
from app.cases import answers, moving, proving, queries
from app.cases.models import CaseFile
from app.cases.queries import Case
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_


class Proven(Refused):
    """It was shown before, or its time is over."""

    words = N_("This case no longer waits for proof of who sent it. It shows where it stands.")


def waits(case: Case) -> bool:
    return case.state == moving.TO_PROVE and case.closed_at is None


def at_window(unit: Unit, case: Case, by: Actor) -> Case | None:
    """What the form says of her is what the clerk has seen: whoever of the record has that number sent it, and finds
    it in her account. None where it has begun already: pressed twice, it begins once."""
    held = queries.locked(unit, case.id)
    if not waits(held):
        return None
    person_id = held.person_id or _in_record(unit, held)
    account_id = held.account_id or (identity.account_of(unit, person_id) if person_id else None)
    if account_id is not None:
        table = db.table(CaseFile)
        db.change(unit, update(table).where(table.c.id == held.id).values(session_id=None))
    return proving.begin(unit, held._replace(person_id=person_id, account_id=account_id), by)


def _in_record(unit: Unit, case: Case) -> UUID | None:
    service = catalogue.version(unit, case.version)
    wrote = answers.sender_answer(service, answers.current(unit, case.id))
    identifier: Any = wrote.get("identifier")
    number = str(identifier.get("value") or "") if isinstance(identifier, dict) else ""
    return people.by_number(unit, number) if number else None

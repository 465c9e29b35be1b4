"""Mandates of a town folder: who represents whom, and the guardians of minors. The same file twice changes nothing."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import update

from app.identity import accounts
from app.identity.mandating import ending, giving, reading
from app.identity.mandating.models import Mandate
from app.kit import db
from app.kit.actor import Actor
from app.kit.inputs import Invalid

SYSTEM = Actor.system("the town's record")


def import_mandates(unit: db.Unit, people: Sequence[Mapping[str, Any]], persons: Mapping[str, UUID]) -> None:
    """Those whose helper has an account; they hold already, so nobody is asked and nobody is told."""
    emails = {str(entry["key"]): str(entry["email"]) for entry in people if entry.get("email")}
    for entry in people:
        person = persons.get(str(entry["key"]))
        if person is None:
            continue
        for helper in entry.get("represented_by", ()):
            _hold(unit, person, emails.get(str(helper), ""), giving.MANDATE, None)
        if entry.get("born"):
            last = ending.last_day_of_minority(date.fromisoformat(str(entry["born"])))
            for helper in entry.get("guardians", ()) if last >= reading.today(unit) else ():
                _hold(unit, person, emails.get(str(helper), ""), giving.GUARDIAN, last)


def _hold(unit: db.Unit, person_id: UUID, email: str, kind: str, until: date | None) -> None:
    account = accounts.by_email(unit, email) if email else None
    if account is None:
        return
    try:
        mandate = giving.write(unit, SYSTEM, person_id, email, (), True, until, kind=kind, how=giving.RECORD)
    except Invalid:
        return
    table = db.table(Mandate)
    db.change(unit, update(table).where(table.c.id == mandate).values(accepted_at=unit.now, account_id=account))

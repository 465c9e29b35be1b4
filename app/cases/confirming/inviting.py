"""Asking each adult whom a case names for a yes of her own. Who that is the town knows by the household alone: nobody
learns from it whom the record has elsewhere."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from app import catalogue, identity, workflow
from app.cases import law, timers
from app.cases.confirming import telling
from app.cases.confirming.models import CaseConfirmation
from app.cases.confirming.reading import ASKED, MINOR, UNKNOWN
from app.cases.events import OthersSaid
from app.cases.queries import Case
from app.identity import mandates
from app.kit import db, events
from app.kit.db import Unit
from app.kit.durations import shift_day
from app.kit.ids import new_id
from app.people import homing

OF_AGE = "-P18Y"


def invite(
    unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any], action: workflow.Invite
) -> None:
    """Ask those who were named; where nobody has to be waited for, the case goes on at once."""
    home = homing.members(unit, case.person_id) if case.person_id else []
    until, waits, seen = timers.last_day(unit, case, service, filed, unit.now), False, set[UUID]()
    for row in filed.get(action.group) or ():
        found = _who(home, str(row.get(action.name) or ""), row.get(action.born))
        if found is not None and found.person_id in seen:
            continue
        state = _state(unit, case, found)
        confirmation_id = new_id()
        db.add(
            unit, CaseConfirmation, id=confirmation_id, case_id=case.id, person_id=found.person_id if found else None,
            field=action.group, row=str(row["_id"]), state=state, asked_at=unit.now, until=until, said_at=None,
            account_id=None, via="",
        )  # fmt: skip
        if found is not None:
            seen.add(found.person_id)
        if found is not None and state == ASKED:
            waits = True
            telling.ask(unit, case, confirmation_id, found.person_id, until)
    if not waits:
        events.record(unit, OthersSaid(case.id))


def _who(home: Iterable[homing.Member], name: str, born: object) -> homing.Member | None:
    """The one of the household who was born that day and is called so, in full or in part."""
    typed = words(name)
    found = [
        each
        for each in home
        if each.born is not None and each.born.isoformat() == born and typed and _same(typed, each.names)
    ]
    return found[0] if len(found) == 1 else None


def _same(typed: frozenset[str], names: Iterable[str]) -> bool:
    return any(typed <= known or known <= typed for known in map(words, names) if known)


def words(name: str) -> frozenset[str]:
    """A name without marks, capitals and order."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return frozenset(re.findall(r"\w+", "".join(letter for letter in plain if not unicodedata.combining(letter))))


def _state(unit: Unit, case: Case, found: homing.Member | None) -> str:
    """An adult says so herself; a minor moves with her guardian, and with nobody else."""
    if found is None or found.born is None:
        return UNKNOWN
    if found.born <= shift_day(law.today(unit), OF_AGE):
        return ASKED
    return MINOR if _in_care(unit, case, found.person_id) else UNKNOWN


def _in_care(unit: Unit, case: Case, minor: UUID) -> bool:
    """Whether whom the case is about is the guardian of this minor, by a mandate that holds."""
    account = identity.account_of(unit, case.person_id) if case.person_id else None
    if account is None:
        return False
    return any(grant.guardian and grant.person_id == minor for grant in mandates.grants(unit, account))

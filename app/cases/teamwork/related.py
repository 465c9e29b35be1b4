"""Cases that belong together: of the same person, or linked by a clerk; and likely twins. Its own SELECTs."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, delete, select

from app.cases import auditing
from app.cases.models import CaseFile
from app.cases.queries import BRIEF, Brief, Case, desk_case
from app.cases.queueing.parts import INSIDE
from app.cases.splitting.reading import pairs
from app.cases.teamwork.models import CaseLink
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_
from app.kit.inputs import Invalid, Problem

SHOWN, RELATED = 20, "related"
NEAR = timedelta(days=14)
"""Two of one person about one service within so many days are likely one."""

C, L = db.table(CaseFile).c, db.table(CaseLink).c
MINE = C.department.in_(bindparam("departments", expanding=True))
OF_PERSON = (
    BRIEF.where(MINE, C.person_id == bindparam("person"), C.id != bindparam("case"))
    .order_by(C.closed_at.is_not(None), C.id.desc())
    .limit(SHOWN)
)
LINKED = (
    BRIEF.join_from(db.table(CaseFile), db.table(CaseLink), L.other == C.id)
    .where(MINE, L.case_id == bindparam("case"))
    .order_by(L.at, C.id)
    .limit(SHOWN)
)
OPEN_OF = select(C.id, C.reference, C.person_id, C.service, C.received_at).where(
    *INSIDE, C.person_id.in_(bindparam("persons", expanding=True))
)
OPEN_ALIKE = (
    select(C.reference, C.received_at)
    .where(*INSIDE, C.person_id == bindparam("person"), C.service == bindparam("service"))
    .order_by(C.id.desc())
    .limit(5)
)
PAIR = select(L.case_id).where(L.case_id == bindparam("case"), L.other == bindparam("other"))


def of_person(unit: Unit, actor: Actor, case: Case) -> list[Brief]:
    """Other cases of the same person that this actor may see; those that are open first."""
    if case.person_id is None:
        return []
    asked = {"departments": sorted(actor.departments), "person": case.person_id, "case": case.id}
    return [Brief._make(row) for row in db.rows(unit, OF_PERSON, **asked)]


def alike(unit: Unit, actor: Actor, person_id: UUID | None, service: str) -> list[tuple[str, datetime]]:
    """Open cases that ask for the same for this person, so that it is known before one more is opened: the reference,
    and when it came. Only what this actor may see."""
    if person_id is None:
        return []
    asked = {"departments": sorted(actor.departments), "person": person_id, "service": service}
    return [(row.reference, row.received_at) for row in db.rows(unit, OPEN_ALIKE, **asked)]


def linked(unit: Unit, actor: Actor, case: Case) -> list[Brief]:
    rows = db.rows(unit, LINKED, departments=sorted(actor.departments), case=case.id)
    return [Brief._make(row) for row in rows]


def link(unit: Unit, actor: Actor, case: Case, reference: str) -> None:
    """Say that two cases belong together; saying it twice changes nothing."""
    try:
        other = desk_case(unit, actor, reference)
    except NotFound:
        words = N_("There is no case of your departments with this reference. Check each letter and digit.")
        raise Invalid({"other": Problem(words)}) from None
    if other.id == case.id:
        raise Invalid({"other": Problem(N_("This is the case itself. Write the reference of the other one."))})
    for one, two in ((case, other), (other, case)):
        if db.row(unit, PAIR, case=one.id, other=two.id) is None:
            db.add(unit, CaseLink, case_id=one.id, other=two.id, by=actor.account_id, at=unit.now)
            auditing.changed(unit, actor, one, RELATED)


def unlink(unit: Unit, actor: Actor, case: Case, reference: str) -> None:
    other = desk_case(unit, actor, reference)
    table = db.table(CaseLink)
    both = ((table.c.case_id == case.id) & (table.c.other == other.id)) | (
        (table.c.case_id == other.id) & (table.c.other == case.id)
    )
    if not db.change(unit, delete(table).where(both)):
        raise NotFound
    for each in (case, other):
        auditing.changed(unit, actor, each, RELATED)


def twins(unit: Unit, actor: Actor, cases: Iterable[Brief]) -> dict[UUID, str]:
    """For each of these cases the reference of a likely twin: open, of the same person, about the same service, and
    received within days of it."""
    known = [case for case in cases if case.person_id is not None and case.closed_at is None]
    if not known:
        return {}
    persons = sorted({case.person_id for case in known if case.person_id is not None})
    rows = db.rows(unit, OPEN_OF, departments=sorted(actor.departments), persons=persons)
    once = pairs(unit, {case.id for case in known})
    when = {row.id: row.received_at for row in rows}
    return {
        case.id: row.reference
        for case in known
        for row in reversed(rows)
        if row.id != case.id
        and frozenset((row.id, case.id)) not in once
        and (row.person_id, row.service) == (case.person_id, case.service)
        and case.id in when
        and abs(row.received_at - when[case.id]) <= NEAR
    }

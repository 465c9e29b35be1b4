"""Each office with an open case of somebody who moved reads it there, once: the old address and the new one. The case
in which it was asked says which offices were told. Every SELECT of it is here."""

from dataclasses import dataclass
from uuid import UUID

from markupsafe import Markup
from sqlalchemy import bindparam, or_, select

from app import catalogue
from app.cases import moving
from app.cases.homes.models import CaseHome
from app.cases.models import CaseFile
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, listed, translate
from app.kit.ids import new_id
from app.people import caring, homing

STEP = "moved_home"
C, H = db.table(CaseFile).c, db.table(CaseHome).c
CONCERNED = (
    select(C.id, C.reference, C.department, C.service, C.version, C.assignee)
    .where(C.person_id == bindparam("person"), or_(C.closed_at.is_(None), C.id == bindparam("case")))
    .order_by(C.id)
)
CHANGE = select(H.change_id).where(H.id == bindparam("step"))
TOLD = (
    select(C.department, C.version)
    .join(db.table(CaseHome), H.case_id == C.id)
    .where(H.change_id == bindparam("change"), C.id != bindparam("case"))
    .order_by(C.id)
)
HOLE = "\ue000"
PROTECTED = N_("A protected address, which the town knows")


@dataclass(frozen=True)
class Told:
    """A case whose office hears of it: who has it there, if anybody."""

    reference: str
    department: str
    assignee: UUID | None


def note(unit: Unit, change_id: UUID) -> tuple[Told, ...]:
    """Write it into each open case of hers, and into the one it was asked in; whose offices are to be told."""
    change = homing.one(unit, change_id)
    if change is None:
        return ()
    told = []
    for row in db.rows(unit, CONCERNED, person=change.person_id, case=change.case_id):
        step_id = new_id()
        db.add(unit, CaseHome, id=step_id, case_id=row.id, change_id=change_id)
        moving.note_step(unit, row.id, STEP, Actor.system("address changed"), step_id=step_id)
        if row.id != change.case_id:
            told.append(Told(row.reference, row.department, row.assignee))
    return tuple(told)


def departments(unit: Unit, change_id: UUID, case_id: UUID, locale: str) -> tuple[str, ...]:
    """The offices that were told, by name. One whose service is confidential is not named."""
    rows = db.rows(unit, TOLD, change=change_id, case=case_id)
    names = [
        str(catalogue.department_name(unit, row.department, locale))
        for row in rows
        if not catalogue.version(unit, row.version).confidential
    ]
    return tuple(dict.fromkeys(names))


def lines(unit: Unit, step_id: UUID, case_id: UUID, locale: str, *, for_staff: bool) -> tuple[str | Markup, ...]:
    """What the line of a case says: both addresses to the office, the new one and who was told to the person."""
    change_id = db.value(unit, CHANGE, step=step_id)
    change = homing.one(unit, change_id) if change_id else None
    if change is None:
        return ()
    if caring.hides_address(unit, change.person_id, None):
        return (translate(locale, PROTECTED),)
    now = _said(locale, N_("Now: %(address)s"), change.became)
    if for_staff:
        return (_said(locale, N_("Before: %(address)s"), change.was), now) if change.was else (now,)
    names = departments(unit, change_id, case_id, locale) if change.case_id == case_id else ()
    told = translate(locale, N_("These offices were told, because you have a case there: %(offices)s."),
                     offices=listed(names, locale))  # fmt: skip
    return (now, told) if names else (now,)


def _said(locale: str, words: str, address: tuple[str, ...]) -> Markup:
    before, _, after = translate(locale, words, address=HOLE).partition(HOLE)
    return Markup("{}<bdi>{}</bdi>{}").format(before, listed(address, locale), after)

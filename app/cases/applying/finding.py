"""Every SELECT that finds those who applied and are in no record: in cases of the departments of who asks only."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam

from app import catalogue
from app.cases import answers, queries, vault
from app.cases.applying.indexing import contact, named
from app.cases.applying.models import ApplicantToken
from app.cases.models import CaseFile
from app.cases.queries import Case
from app.kit import audit, bearers, blinding, db, keys
from app.kit.actor import Actor
from app.kit.db import Unit

C = db.table(CaseFile).c
CASES = queries.CASE.where(
    C.id.in_(bindparam("cases", expanding=True)),
    C.department.in_(bindparam("departments", expanding=True)),
    C.person_id.is_(None),
)


class Applicant(NamedTuple):
    """Who applied, and in which case. `of`: whom it concerns, where that is somebody else."""

    case: Case
    service: str
    name: str
    of: str
    at: datetime


class Answer(NamedTuple):
    """`more`: there are further ones, whom a further word would tell apart."""

    applicants: tuple[Applicant, ...]
    more: bool


def find(unit: Unit, actor: Actor, typed: str, phone: str, most: int) -> Answer:
    """Those whom this may mean, the closest first, then the newest; `phone` is what was typed in E.164, or ""."""
    order: dict[UUID, int] = {}
    for department in sorted(actor.departments):
        for case_id, place in _found(unit, department, typed, phone, most).items():
            order[case_id] = place
    ranked = sorted(sorted(order, reverse=True), key=order.__getitem__)
    rows = db.rows(unit, CASES, cases=ranked[: most + 1], departments=sorted(actor.departments)) if ranked else []
    cases = {row.id: Case._make(row) for row in rows}
    told = [_applicant(unit, cases[each], actor.locale) for each in ranked if each in cases]
    shown = [each for each in told if each is not None]
    return Answer(tuple(shown[:most]), len(order) > most)


def look(unit: Unit, actor: Actor, found: Iterable[Applicant], purpose: str, action: str) -> None:
    """Have it written down whom somebody found, in an entry for each case, before the page is shown."""
    about = [
        audit.About(each.case.id, tuple(filter(None, [each.case.account_id])), each.case.department) for each in found
    ]
    audit.look_at_all_first(unit, actor, about, purpose, action=action)


def _found(unit: Unit, department: str, typed: str, phone: str, most: int) -> dict[UUID, int]:
    """Each case with the number of the first way that found it. A contact can be mistaken for a name, never for
    another contact."""
    table, ring = db.table(ApplicantToken), unit.town.keys
    contacts = [contact(ring, department, "phone", phone)] if phone else []
    if "@" in typed:
        contacts.append(contact(ring, department, "email", typed))
    if contacts:
        found = bearers.first(unit, table, "case_id", [frozenset(contacts)], most + 1)
        if found:
            return dict.fromkeys(found, 0)
    order: dict[UUID, int] = {}
    for number, way in enumerate(blinding.ways(ring, named(department), typed)):
        if len(order) > most or (way.loose and order):
            break
        for case_id in bearers.first(unit, table, "case_id", way.needs, most + 1):
            order.setdefault(case_id, number)
    return order


def _applicant(unit: Unit, case: Case, locale: str) -> Applicant | None:
    """None after the key of the case was destroyed."""
    service = catalogue.version(unit, case.version)
    try:
        subject = str(vault.unseal(unit, case.id, CaseFile, "name", case.id, case.name))
        sender = answers.sender(service, answers.current(unit, case.id)) or subject
    except keys.Erased:
        return None
    named = str(catalogue.texts(unit, service, locale)("service.name"))
    return Applicant(case, named, sender, subject if subject != sender else "", case.received_at)

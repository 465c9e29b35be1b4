"""The tokens that a case is found under while it is in nobody's record."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import delete

from app import catalogue, identity
from app.cases import answers
from app.cases.applying.models import ApplicantToken
from app.cases.queries import Case
from app.kit import blinding, crypto, db
from app.kit.crypto import Keyring
from app.kit.db import Unit

CONTACTS = ("email", "phone")


def named(department: str) -> str:
    """What sets the tokens of names of one department apart."""
    return f"applicant/{department}/name"


def contact(ring: Keyring, department: str, kind: str, value: str) -> bytes:
    return crypto.blind(ring, f"applicant/{department}/{kind}", value.strip().lower())


def index(unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any]) -> None:
    """Every token of a case as it was filed last; none where the record knows whose it is."""
    forget(unit, [case.id])
    if case.person_id is not None:
        return
    ring, kind = unit.town.keys, named(case.department)
    made: set[bytes] = set()
    for name in {answers.sender(service, filed), answers.subject(service, filed)}:
        made |= blinding.tokens(ring, kind, name) | blinding.pairs(ring, kind, name)
    made |= {contact(ring, case.department, *each) for each in _contacts(unit, case, service, filed)}
    if made:
        rows = [{"token": token, "case_id": case.id} for token in sorted(made)]
        unit.connection.execute(db.table(ApplicantToken).insert(), rows)


def forget(unit: Unit, cases: Iterable[UUID]) -> None:
    """They are in somebody's record now, where she is found."""
    table = db.table(ApplicantToken)
    db.change(unit, delete(table).where(table.c.case_id.in_(list(cases))))


def _contacts(
    unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any]
) -> Iterable[tuple[str, str]]:
    for name, field in service.form.fields.items():
        if field.type in CONTACTS and filed.get(name):
            yield field.type, str(filed[name])
    known = identity.contact(unit, case.account_id) if case.account_id else None
    if known is not None:
        yield "email", known.email

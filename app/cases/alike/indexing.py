"""The tokens by which a case is found by whoever is about to report the same."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import delete

from app import catalogue
from app.cases.alike import likeness
from app.cases.alike.models import CaseLikeness
from app.cases.queries import Case
from app.kit import crypto, db
from app.kit.db import Unit


def index(unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any]) -> None:
    """Every token of a case as it was filed last; none for a service that looks for no duplicates."""
    if service.duplicates is None:
        return
    forget(unit, case.id)
    made = tokens(unit, service, likeness.marks(service, filed, streets(unit)))
    if made:
        rows = [{"token": token, "case_id": case.id} for token in made]
        unit.connection.execute(db.table(CaseLikeness).insert(), rows)


def forget(unit: Unit, case_id: UUID) -> None:
    """Nobody who reports the same finds it any more."""
    table = db.table(CaseLikeness)
    db.change(unit, delete(table).where(table.c.case_id == case_id))


def tokens(unit: Unit, service: catalogue.Service, marks: frozenset[str]) -> list[bytes]:
    return sorted(crypto.blind(unit.town.keys, f"alike/{service.id}", mark) for mark in marks)


def streets(unit: Unit) -> Any:
    return catalogue.lookup(unit, "", "streets")

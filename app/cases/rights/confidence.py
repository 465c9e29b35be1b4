"""What an appeal is about, and that it is as confidential as that."""

from typing import Any

from sqlalchemy import bindparam, select

from app import catalogue
from app.cases import queries
from app.cases.queries import Case
from app.cases.rights.models import Appeal
from app.kit import db
from app.kit.db import Unit

A = db.table(Appeal).c
OF_CASE = select(A.first_id).where(A.id == bindparam("case"))


def first(unit: Unit, case: Case) -> Case | None:
    """The case that an appeal is about."""
    found = db.value(unit, OF_CASE, case=case.id)
    return queries.case(unit, found) if found else None


def is_confidential(unit: Unit, case: Any, offered: catalogue.Service) -> bool:
    """Whether nothing of a case may be read over a shoulder; an appeal is as confidential as what it is about."""
    found = db.value(unit, OF_CASE, case=case.id) if offered.appeals else None
    about = queries.case(unit, found) if found else None
    return offered.confidential or (about is not None and catalogue.version(unit, about.version).confidential)

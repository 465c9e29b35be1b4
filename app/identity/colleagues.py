"""Who works in a department, by the name that stands under messages and decisions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, select

from app.identity.models import Account, StaffRole
from app.kit import db, keys

A, R = db.table(Account).c, db.table(StaffRole).c
NAMED = keys.beside(select(A.id, A.name), A.id)
NAMES = NAMED.where(A.id.in_(bindparam("ids", expanding=True)))
WORKING = NAMED.where(
    A.id.in_(
        select(R.account_id).where(
            R.department.in_(bindparam("departments", expanding=True)),
            R.function.in_(bindparam("functions", expanding=True)),
        )
    )
).order_by(A.id)
WITH_CASES = ("clerk", "supervisor")


@dataclass(frozen=True)
class Colleague:
    id: UUID
    name: str


def colleagues(unit: db.Unit, departments: Iterable[str], functions: Sequence[str] = WITH_CASES) -> list[Colleague]:
    """Who has one of these functions in one of these departments, by name; clerks and supervisors if none is said."""
    found = _named(unit, db.rows(unit, WORKING, departments=sorted(departments), functions=list(functions)))
    return sorted(found, key=lambda colleague: colleague.name)


def account_names(unit: db.Unit, ids: Iterable[UUID]) -> dict[UUID, str]:
    """The names of many accounts; one without a name or without a key is missing."""
    wanted = list(dict.fromkeys(ids))
    return {each.id: each.name for each in _named(unit, db.rows(unit, NAMES, ids=wanted))}


def _named(unit: db.Unit, rows: Iterable[db.AnyRow]) -> list[Colleague]:
    found = []
    for row in rows:
        keys.learn(unit, row.id, row)
        try:
            name = keys.open(unit, row.id, keys.place(Account, "name", row.id), row.name)
        except keys.Erased:
            continue
        if name:
            found.append(Colleague(row.id, name))
    return found

"""Who works in a department, by the name that stands under messages and decisions; by the address where nobody gave a
name, as to whoever came by a link on the console."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, select

from app.identity.models import Account, StaffRole
from app.kit import db, keys

A, R = db.table(Account).c, db.table(StaffRole).c
NAMES = keys.beside(select(A.id, A.name, A.email), A.id).where(A.id.in_(bindparam("ids", expanding=True)))
WORKING = (
    keys.beside(
        select(A.id, A.name, A.email, R.department).join_from(
            db.table(Account), db.table(StaffRole), R.account_id == A.id
        ),
        A.id,
    )
    .where(
        R.department.in_(bindparam("departments", expanding=True)),
        R.function.in_(bindparam("functions", expanding=True)),
    )
    .order_by(A.id)
)
RUNNING = keys.beside(
    select(A.id, A.name, A.email).where(A.id.in_(select(R.account_id).where(R.function == "administrator"))), A.id
).order_by(A.id)
WITH_CASES = ("clerk", "supervisor")


@dataclass(frozen=True)
class Colleague:
    """`departments` are those among the ones asked for."""

    id: UUID
    name: str
    departments: frozenset[str]


def colleagues(unit: db.Unit, departments: Iterable[str], functions: Sequence[str] = WITH_CASES) -> list[Colleague]:
    """Who has one of these functions in one of these departments, by name; clerks and supervisors if none is said."""
    asked = ("colleagues", tuple(sorted(departments)), tuple(functions))
    if asked not in unit.known:
        rows = db.rows(unit, WORKING, departments=list(asked[1]), functions=list(functions))
        where: dict[UUID, set[str]] = {}
        for row in rows:
            where.setdefault(row.id, set()).add(row.department)
        named = _named(unit, rows)
        found = [Colleague(id, named[id], frozenset(own)) for id, own in where.items() if id in named]
        unit.known[asked] = sorted(found, key=lambda colleague: colleague.name)
    return list(unit.known[asked])


def administrators(unit: db.Unit) -> list[Colleague]:
    """Who runs the town's Ventanilla, by name."""
    rows = db.rows(unit, RUNNING)
    named = _named(unit, rows)
    found = [Colleague(id, name, frozenset()) for id, name in named.items()]
    return sorted(found, key=lambda colleague: colleague.name)


def account_names(unit: db.Unit, ids: Iterable[UUID]) -> dict[UUID, str]:
    """The names of many accounts; one without name and address or without a key is missing."""
    return _named(unit, db.rows(unit, NAMES, ids=list(dict.fromkeys(ids))))


def _named(unit: db.Unit, rows: Iterable[db.AnyRow]) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    for row in rows:
        if row.id in found:
            continue
        try:
            name = keys.open_line(unit, row.id, row, keys.place(Account, "name", row.id), row.name)
            name = name or keys.open_line(unit, row.id, row, keys.place(Account, "email", row.id), row.email)
        except keys.Erased:
            continue
        if name:
            found[row.id] = name
    return found

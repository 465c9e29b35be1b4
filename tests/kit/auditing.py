"""What both halves of the audit are tested with: a clerk, and what a person reads of her looks."""

from uuid import UUID

from app.kit import audit_looks, db
from app.kit.actor import Actor, Role
from app.kit.ids import new_id
from app.kit.towns import Town

CLARA = Actor(
    account_id=new_id(), person_id=new_id(), level=2, name="Clara Montes",
    roles=frozenset({Role("works", "clerk"), Role("civil_registry", "clerk")}),
)  # fmt: skip


def looks(town: Town, *persons: UUID) -> list[audit_looks.Look]:
    with db.read(town) as unit:
        return audit_looks.looks_at(unit, *persons)

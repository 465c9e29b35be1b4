"""Who works in which department as what. Changed whole; and the town never loses its last administrator."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, delete, select, update

from app.identity import accounts
from app.identity.events import RolesChanged
from app.identity.models import Account, StaffRole
from app.kit import audit, db, events
from app.kit.actor import Actor, Role
from app.kit.errors import Refused
from app.kit.i18n import N_

FUNCTIONS = ("clerk", "supervisor", "designer", "administrator")
ADMINISTRATOR = "administrator"

LATELY = timedelta(hours=24)
"""How long a page that is closed to somebody says that her functions were changed."""
R, A = db.table(StaffRole).c, db.table(Account).c
NARROWED = select(A.narrowed_at).where(A.id == bindparam("account"))
OF_ONE = select(R.department, R.function).where(R.account_id == bindparam("account"))
RUNNING = select(R.id, R.account_id).where(R.function == ADMINISTRATOR)
TURNS = RUNNING.with_for_update()
"""All of them locked, so that two who remove each other at once take turns."""


class LastAdministrator(Refused):
    words = N_("This is the only administrator. Make somebody else an administrator first, then try again.")


def roles_of(unit: db.Unit, account_id: UUID) -> frozenset[Role]:
    return frozenset(Role(row.department, row.function) for row in db.rows(unit, OF_ONE, account=account_id))


def change(unit: db.Unit, by: Actor, account_id: UUID, wanted: Iterable[Role]) -> bool:
    """Exactly these roles from now on; False where they are hers already. Her next request is asked with them."""
    new, old = frozenset(wanted), roles_of(unit, account_id)
    if new == old:
        return False
    if administers(old) and not administers(new):
        keep_one(unit, account_id)
    for role in old - new:
        mine = (R.account_id == account_id) & (R.department == role.department) & (R.function == role.function)
        db.change(unit, delete(db.table(StaffRole)).where(mine))
    if old - new:
        narrow(unit, account_id)
    give(unit, account_id, new)
    events.record(unit, RolesChanged(account_id))
    audit.record(unit, by, "roles_changed", subject=account_id, detail={"from": told(old), "to": told(new)})
    return True


def narrow(unit: db.Unit, account_id: UUID) -> None:
    """Remember that something she could do has been taken away, to tell her where she was at it."""
    db.change(unit, update(db.table(Account)).where(A.id == account_id).values(narrowed_at=unit.now))


def narrowed(unit: db.Unit, account_id: UUID) -> datetime | None:
    """When a function was taken away from her, if that was lately."""
    at = db.value(unit, NARROWED, account=account_id)
    return at if at is not None and at > unit.now - LATELY else None


def give(unit: db.Unit, account_id: UUID, roles: Iterable[Role]) -> None:
    """These too, beside those that she has."""
    for role in sorted(frozenset(roles) - roles_of(unit, account_id), key=str):
        accounts.appoint(unit, account_id, role.department, role.function)


def keep_one(unit: db.Unit, leaving: UUID) -> None:
    """Raise LastAdministrator where nobody else runs the town."""
    if not any(row.account_id != leaving for row in db.rows(unit, TURNS)):
        raise LastAdministrator


def administers(roles: Iterable[Role]) -> bool:
    return any(role.function == ADMINISTRATOR for role in roles)


def told(roles: Iterable[Role]) -> str:
    """For the audit: ids of departments and functions, nothing that somebody typed."""
    return " ".join(sorted(f"{role.department}:{role.function}" for role in roles))


def is_last(unit: db.Unit, account_id: UUID) -> bool:
    """Whether nobody else runs the town; for pages."""
    running = {row.account_id for row in db.rows(unit, RUNNING)}
    return running == {account_id}

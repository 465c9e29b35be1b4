"""Somebody no longer works here: everything that let her in ends in one step. Her cases are handed over upstairs."""

from uuid import UUID

from sqlalchemy import delete, update

from app.identity import accounts
from app.identity.events import StaffLeft
from app.identity.models import Passkey, RecoveryCode, SessionRow, StaffRole
from app.identity.staffing import inviting, roles
from app.kit import audit, db, events
from app.kit.actor import Actor

R, S, K, C = (db.table(model).c for model in (StaffRole, SessionRow, Passkey, RecoveryCode))


def leave(unit: db.Unit, by: Actor, account_id: UUID) -> None:
    """Roles, sessions, passkeys, recovery codes and invitations end; what she asked the town for herself stays hers,
    and the link by e-mail opens it. Raises LastAdministrator."""
    old = roles.roles_of(unit, account_id)
    if roles.administers(old):
        roles.keep_one(unit, account_id)
    db.change(unit, delete(db.table(StaffRole)).where(R.account_id == account_id))
    roles.narrow(unit, account_id)
    mine = (S.account_id == account_id) & S.ended_at.is_(None)
    db.change(unit, update(db.table(SessionRow)).where(mine).values(ended_at=unit.now))
    hers = (K.account_id == account_id) & K.ended_at.is_(None)
    db.change(unit, update(db.table(Passkey)).where(hers).values(ended_at=unit.now, ended="left"))
    db.change(unit, delete(db.table(RecoveryCode)).where(C.account_id == account_id))
    contact = accounts.contact(unit, account_id)
    if contact is not None:
        inviting.end_for(unit, contact.email)
    events.record(unit, StaffLeft(account_id))
    audit.record(unit, by, "staff_left", subject=account_id, detail={"from": roles.told(old)})

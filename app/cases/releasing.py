"""An account closes: its cases stay with the town, nobody's but the record's, and what runs is told by the address that
it had; its drafts go. These are the queries of it."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app import identity
from app.cases import moving, released, vault
from app.cases.models import CaseFile, Draft, GuestContact
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit

C, D, G = (db.table(model).c for model in (CaseFile, Draft, GuestContact))
MINE = select(C.id, C.closed_at).where(C.account_id == bindparam("account")).order_by(C.id)

SENT = select(C.account_id).where(C.account_id.in_(bindparam("ids", expanding=True))).distinct()
HELPED = select(C.helper_id).where(C.helper_id.in_(bindparam("ids", expanding=True))).distinct()
BEGUN = select(D.account_id).where(D.account_id.in_(bindparam("ids", expanding=True)), D.until > bindparam("now"))


def busy(unit: Unit, ids: Collection[UUID]) -> set[UUID]:
    """Those of these accounts in which there is a case or a draft, their own or of somebody they act for."""
    whose = {"ids": list(ids)}
    rows = [
        *db.rows(unit, SENT, **whose),
        *db.rows(unit, HELPED, **whose),
        *db.rows(unit, BEGUN, now=unit.now, **whose),
    ]
    return {row[0] for row in rows}


def release(unit: Unit, account_id: UUID, email: str) -> None:
    drafts = (D.account_id == account_id) & (D.until > unit.now)
    db.change(unit, update(db.table(Draft)).where(drafts).values(until=unit.now))
    for row in db.rows(unit, MINE, account=account_id):
        mine = update(db.table(CaseFile)).where(C.id == row.id)
        db.change(unit, mine.values(account_id=None, session_id=None))
        if row.closed_at is None:
            _keep_address(unit, row.id, email)
            moving.note_step(unit, row.id, released.STEP, Actor.system("account closed"))


def _keep_address(unit: Unit, case_id: UUID, email: str) -> None:
    """Under the key of the case, as long as the case; who has the address may take the case into a new account."""
    token = identity.email_token(unit, email)
    sealed = vault.seal(unit, case_id, GuestContact, "email", case_id, email)
    known = update(db.table(GuestContact)).where(G.case_id == case_id).values(token=token, email=sealed)
    if db.change(unit, known) == 0:
        db.add(unit, GuestContact, case_id=case_id, token=token, email=sealed)

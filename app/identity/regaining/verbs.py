"""Begun by a clerk who saw a document, stopped by the old contact, finished when the days are over."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, delete, select, update

from app import catalogue
from app.identity import accounts
from app.identity.linking.codes import Oneself
from app.identity.linking.persons import Link
from app.identity.models import Account, Passkey, RecoveryCode, SessionRow
from app.identity.regaining.events import RegainingBegun, RegainingEnded
from app.identity.regaining.models import Regaining
from app.kit import audit, crypto, db, events, jobs, keys
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.durations import shift_moment
from app.kit.i18n import N_
from app.kit.ids import derived, fold_code, new_id
from app.kit.inputs import Invalid, Problem

JOB, MINTER = "identity.regain", "regaining"
DELAY = "P3D"
"""Where the town's profile says nothing else (`recovery`)."""
DONE, STOPPED, CLOSED = "done", "stopped", "closed"
TAKEN = N_("This address has an account already. Sign in with it, or choose another address.")
WAITS = N_("A new address waits already for this account. It takes effect on its day, or the old contact stops it.")

R = db.table(Regaining).c
ONE = select(R.id, R.account_id, R.person_id, R.email, R.due, R.standing, R.ended).where(R.id == bindparam("id"))
BY_CODE = select(R.id, R.account_id, R.person_id, R.email, R.due, R.standing, R.ended).where(
    R.code == bindparam("code")
)
WAITING = select(R.id).where(R.standing == bindparam("account"))


@dataclass(frozen=True)
class Regain:
    """Argument of the job that finishes it."""

    regaining_id: UUID


@dataclass(frozen=True)
class Held:
    id: UUID
    account_id: UUID
    person_id: UUID
    sealed: bytes
    due: datetime
    standing: UUID | None
    ended: str


def begin(unit: Unit, clerk: Actor, link: Link, email: str, seen: str) -> UUID:
    """Another address for the account of a person whom a clerk has before her."""
    if clerk.account_id == link.account_id or clerk.person_id == link.person_id:
        raise Oneself
    if accounts.by_email(unit, email) is not None:
        raise Invalid({"email": Problem(TAKEN)})
    if db.row(unit, WAITING, account=link.account_id) is not None:
        raise Invalid({"email": Problem(WAITS)})
    regaining_id = new_id()
    delay = str(catalogue.profile(unit).get("recovery") or DELAY)
    due = shift_moment(unit.now, delay, ZoneInfo(unit.town.zone))
    place = keys.place(Regaining, "email", regaining_id)
    db.add(
        unit, Regaining, id=regaining_id, account_id=link.account_id, person_id=link.person_id, seen=seen,
        email=keys.seal(unit, keys.TOWN, place, email), by=clerk.account_id, code=_hash(unit, code(unit, regaining_id)),
        created_at=unit.now, due=due, standing=link.account_id, ended="",
    )  # fmt: skip
    audit.record(unit, clerk, "regaining", persons=(link.person_id,), subject=link.person_id, purpose=f"seen:{seen}")
    events.record(unit, RegainingBegun(link.account_id, regaining_id))
    jobs.enqueue(unit, JOB, Regain(regaining_id), run_at=due)
    return regaining_id


def one(unit: Unit, regaining_id: UUID) -> Held | None:
    row = db.row(unit, ONE, id=regaining_id)
    return Held(*row) if row else None


def by_code(unit: Unit, typed: str) -> Held | None:
    row = db.row(unit, BY_CODE, code=_hash(unit, fold_code(typed)[:64]))
    return Held(*row) if row else None


def stop(unit: Unit, held: Held) -> bool:
    """Whoever reads the old contact says no: nothing changes."""
    return _close(unit, held, STOPPED)


def drop(unit: Unit, account_id: UUID) -> None:
    """The account closes: there is nothing to regain."""
    table = db.table(Regaining)
    db.change(unit, update(table).where(table.c.standing == account_id).values(standing=None, ended=CLOSED))


def finish(unit: Unit, args: Regain) -> None:
    """The days are over and nobody said no: the new address opens the account, and nothing that opened it before."""
    held = one(unit, args.regaining_id)
    if held is None or held.standing is None:
        return
    email = keys.open(unit, keys.TOWN, keys.place(Regaining, "email", held.id), held.sealed)
    if accounts.by_email(unit, email) is not None:
        _close(unit, held, STOPPED)
        return
    _close(unit, held, DONE)
    sealed = keys.seal(unit, held.account_id, keys.place(Account, "email", held.account_id), email)
    mine = db.table(Account).c.id == held.account_id
    token = accounts.email_token(unit, email)
    db.change(unit, update(db.table(Account)).where(mine).values(email=sealed, email_token=token))
    _lock(unit, held.account_id)


def _lock(unit: Unit, account_id: UUID) -> None:
    """Sessions, passkeys and recovery codes end: somebody else may have them."""
    sessions, passkeys, recovery = (db.table(model) for model in (SessionRow, Passkey, RecoveryCode))
    open_ones = (sessions.c.account_id == account_id) & sessions.c.ended_at.is_(None)
    db.change(unit, update(sessions).where(open_ones).values(ended_at=unit.now))
    usable = (passkeys.c.account_id == account_id) & passkeys.c.ended_at.is_(None)
    db.change(unit, update(passkeys).where(usable).values(ended_at=unit.now, ended="regained"))
    db.change(unit, delete(recovery).where(recovery.c.account_id == account_id))


def _close(unit: Unit, held: Held, why: str) -> bool:
    table = db.table(Regaining)
    waiting = (table.c.id == held.id) & table.c.standing.is_not(None)
    if db.change(unit, update(table).where(waiting).values(standing=None, ended=why)) != 1:
        return False
    events.record(unit, RegainingEnded(held.account_id, held.id, why))
    return True


def code(unit: Unit, regaining_id: UUID) -> str:
    return derived(unit.town.keys.stable("regaining"), regaining_id, 10)


def _hash(unit: Unit, plain: str) -> bytes:
    return crypto.digest(unit.town.keys, "regaining", plain)

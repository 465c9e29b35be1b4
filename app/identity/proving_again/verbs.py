"""Asked for by whoever is signed in; proven by a passkey that is old enough, by the code that went to her address or by
a recovery code; used once. These are the queries of these proofs."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, delete, select, update

from app import catalogue
from app.identity import passkeys, recovery
from app.identity.proving_again.aims import AIMS
from app.identity.proving_again.events import SecondProofAsked
from app.identity.proving_again.models import SecondProof
from app.kit import crypto, db, events
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.durations import backwards, shift_moment
from app.kit.errors import NotFound, Refused
from app.kit.i18n import N_
from app.kit.ids import derived, fold_code, new_id
from app.kit.inputs import Invalid, Problem

MINTER, KIND, LENGTH = "second_proof", "proof", 10
LIFE = timedelta(minutes=60)
"""How long the code works."""
HOLDS = timedelta(minutes=30)
"""How long she has, then, to do what she wants."""
OLD_ENOUGH = "P3D"
"""Where the town's profile says nothing else (`recovery`): a passkey that whoever stole a session has just made proves
nothing. Its owner has heard of it, and has these days to remove it."""
NOT_ONE = N_("This code does not work here, or not any more. Type it where you asked for it, or ask for a new one.")

P = db.table(SecondProof).c
MINE = select(P.id, P.until, P.proven_at).where(
    P.session_id == bindparam("session"), P.aim == bindparam("aim"), P.until > bindparam("now")
)
BY_CODE = MINE.where(P.code == bindparam("code"), P.proven_at.is_(None))
ASKED = select(P.account_id, P.aim).where(P.id == bindparam("id"), P.proven_at.is_(None))


class Unproven(Refused):
    """Nothing happens in a session that did not show it, or so long ago that somebody else may sit there now."""

    title = N_("Show first that it is you")
    words = N_("Nothing was changed. It has not been shown yet, or too long ago.")


def ask(unit: Unit, actor: Actor, aim: str) -> None:
    """A code goes to the address of the account. Asked once more it is the same one, so that each of the mails is
    right."""
    waits = db.row(unit, MINE, session=actor.session_id, aim=aim, now=unit.now)
    if waits is not None and waits.proven_at is None:
        db.change(unit, update(db.table(SecondProof)).where(P.id == waits.id).values(until=unit.now + LIFE))
        events.record(unit, SecondProofAsked(waits.id))
    else:
        events.record(unit, SecondProofAsked(_note(unit, actor, aim, LIFE, None)))


def sent(unit: Unit, actor: Actor, aim: str) -> datetime | None:
    """Until when the code works that is on its way; None where there is none."""
    waits = db.row(unit, MINE, session=actor.session_id, aim=aim, now=unit.now)
    return waits.until if waits is not None and waits.proven_at is None else None


def by_code(unit: Unit, actor: Actor, aim: str, typed: str) -> None:
    """By the code of the mail, or one of her recovery codes. The same work for every code."""
    mailed = db.row(unit, BY_CODE, session=actor.session_id, aim=aim, now=unit.now, code=_digest(unit, typed))
    on_paper = recovery.spend(unit, actor.account_id, typed)
    if mailed is None and not on_paper:
        raise Invalid({"code": Problem(NOT_ONE)})
    _note(unit, actor, aim, HOLDS, unit.now)


def by_passkey(unit: Unit, actor: Actor, aim: str, said: str) -> bool:
    """False where it was a copy: that is ended, which has to be kept. `ceremonies.Untrusted` where nothing is
    proven."""
    if not passkeys.proves(unit, _account(actor), said, _long_ago(unit)):
        return False
    _note(unit, actor, aim, HOLDS, unit.now)
    return True


def asked_of_passkeys(unit: Unit, actor: Actor) -> str:
    """What the browser asks her authenticator for, as JSON."""
    return passkeys.asked_again(unit, _account(actor), _long_ago(unit))


def has_passkey(unit: Unit, actor: Actor) -> bool:
    """One that is old enough."""
    return bool(passkeys.older(unit, _account(actor), _long_ago(unit)))


def proven(unit: Unit, actor: Actor, aim: str) -> datetime | None:
    """Until when she can do it; None where she has not shown that it is her."""
    mine = db.row(unit, MINE, session=actor.session_id, aim=aim, now=unit.now)
    return mine.until if mine is not None and mine.proven_at is not None else None


def use(unit: Unit, actor: Actor, aim: str) -> None:
    """She does it now. Once: the next time she shows it again."""
    held = (P.session_id == actor.session_id) & (P.aim == aim) & P.proven_at.is_not(None) & (P.until > unit.now)
    if db.change(unit, delete(db.table(SecondProof)).where(held)) != 1:
        raise Unproven(path=f"/me/proof/{aim}", link=Unproven.title)


def asked(unit: Unit, proof_id: UUID) -> tuple[UUID, str] | None:
    """Whose code goes out, and for what; None where that is over."""
    found = db.row(unit, ASKED, id=proof_id)
    return (found.account_id, found.aim) if found else None


def plain(unit: Unit, proof_id: UUID) -> str:
    """Ten characters, made from the id by a key that only the town has."""
    return derived(unit.town.keys.stable(KIND), proof_id, LENGTH)


def sweep(unit: Unit) -> int:
    return db.change(unit, delete(db.table(SecondProof)).where(unit.now > P.until))


def _note(unit: Unit, actor: Actor, aim: str, span: timedelta, proven_at: datetime | None) -> UUID:
    """In place of what the session had before."""
    if aim not in AIMS:
        raise NotFound
    db.change(unit, delete(db.table(SecondProof)).where(P.session_id == actor.session_id))
    proof_id = new_id()
    db.add(
        unit, SecondProof, id=proof_id, account_id=_account(actor), session_id=actor.session_id, aim=aim,
        code=_digest(unit, plain(unit, proof_id)), until=unit.now + span, proven_at=proven_at,
    )  # fmt: skip
    return proof_id


def _long_ago(unit: Unit) -> datetime:
    days = str(catalogue.profile(unit).get("recovery") or OLD_ENOUGH)
    return shift_moment(unit.now, backwards(days), ZoneInfo(unit.town.zone))


def _account(actor: Actor) -> UUID:
    if actor.account_id is None:
        raise NotFound
    return actor.account_id


def _digest(unit: Unit, typed: str) -> bytes:
    return crypto.digest(unit.town.keys, KIND, fold_code(typed)[:64])

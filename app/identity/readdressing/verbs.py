"""Asked by the owner, proven by the new address, stopped by her or by the old one, finished when the days are over."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import update

from app import catalogue
from app.identity import accounts, links
from app.identity.linking import persons
from app.identity.models import Account, SessionRow
from app.identity.proving_again import aims
from app.identity.proving_again import verbs as proving_again
from app.identity.readdressing import changes
from app.identity.readdressing.changes import Change
from app.identity.readdressing.events import EmailAsked, EmailChanged, EmailKept, EmailProven
from app.identity.readdressing.models import EmailChange
from app.kit import audit, db, events, jobs, keys
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.durations import shift_moment
from app.kit.i18n import N_
from app.kit.ids import new_id
from app.kit.inputs import Invalid, Problem

JOB, MINTER, STOPPER = "identity.readdress", "readdressing", "readdressing_stop"
LIFE = timedelta(minutes=60)
"""How long the code works that goes to the new address."""
DELAY = "P3D"
"""Where the town's profile says nothing else (`recovery`)."""
DONE, STOPPED, REPLACED, OVERTAKEN, TAKEN, CLOSED = "done", "stopped", "replaced", "overtaken", "taken", "closed"
SAME = N_("This is the address that your account has. Enter another one.")
WAITS = N_("A new address waits already for this account. Stop it first, or wait for its day.")
NOT_ONE = N_("This code does not work, or not any more. Check it, or ask for a new one.")


@dataclass(frozen=True)
class Readdress:
    """Argument of the job that finishes it."""

    change_id: UUID


def ask(unit: Unit, actor: Actor, account_id: UUID, email: str) -> UUID:
    """Note which address she wants. Whether somebody has it is found out later: the answer takes the same time."""
    proving_again.use(unit, actor, aims.ADDRESS)
    contact = accounts.contact(unit, account_id)
    old = contact.email if contact else ""
    if accounts.email_token(unit, old) == accounts.email_token(unit, email):
        raise Invalid({"email": Problem(SAME)})
    before = changes.standing(unit, account_id)
    if before is not None and before.proven_at is not None:
        raise Invalid({"email": Problem(WAITS)})
    if before is not None:
        _close(unit, before, REPLACED)
    change_id = new_id()
    db.add(
        unit, EmailChange, id=change_id, account_id=account_id, session_id=actor.session_id,
        email=keys.seal(unit, account_id, keys.place(EmailChange, "email", change_id), email),
        old=keys.seal(unit, account_id, keys.place(EmailChange, "old", change_id), old),
        code=changes.digest(unit, changes.CODE, changes.plain(unit, changes.CODE, change_id)),
        stop=changes.digest(unit, changes.STOP, changes.plain(unit, changes.STOP, change_id)),
        created_at=unit.now, until=unit.now + LIFE, proven_at=None, due=None, standing=account_id, ended="",
    )  # fmt: skip
    _write_down(unit, actor, account_id, "email_asked")
    events.record(unit, EmailAsked(change_id))
    return change_id


def prove(unit: Unit, actor: Actor, account_id: UUID, typed: str) -> Change:
    """The code came to the new address, so she reads it: from now on the days count."""
    found = changes.by_code(unit, account_id, typed)
    if found is None:
        raise Invalid({"code": Problem(NOT_ONE)})
    delay = str(catalogue.profile(unit).get("recovery") or DELAY)
    due = shift_moment(unit.now, delay, ZoneInfo(unit.town.zone))
    mine = db.table(EmailChange).c.id == found.id
    db.change(unit, update(db.table(EmailChange)).where(mine).values(proven_at=unit.now, due=due))
    _write_down(unit, actor, account_id, "email_proven")
    events.record(unit, EmailProven(found.id))
    jobs.enqueue(unit, JOB, Readdress(found.id), run_at=due)
    return found


def stop(unit: Unit, change: Change, actor: Actor) -> bool:
    """She, or whoever reads the old address, says no: nothing changes."""
    if not _close(unit, change, STOPPED):
        return False
    _write_down(unit, actor, change.account_id, "email_stopped")
    events.record(unit, EmailKept(change.id, STOPPED))
    return True


def drop(unit: Unit, account_id: UUID) -> None:
    """The account closes: no other address will open it."""
    change = changes.standing(unit, account_id)
    if change is not None:
        _close(unit, change, CLOSED)


def finish(unit: Unit, args: Readdress) -> None:
    """The days are over and nobody said no. Where the account got another address meanwhile, that one stays."""
    held = changes.one(unit, args.change_id)
    if held is None or held.standing is None:
        return
    contact, old = accounts.contact(unit, held.account_id), changes.old_address(unit, held)
    if contact is None or contact.email != old:
        _close(unit, held, OVERTAKEN)
        return
    new = changes.new_address(unit, held)
    if accounts.by_email(unit, new) is not None:
        _close(unit, held, TAKEN)
        events.record(unit, EmailKept(held.id, TAKEN))
        return
    _close(unit, held, DONE)
    _readdress(unit, held, old, new)
    _write_down(unit, Actor.system("email changed"), held.account_id, "email_changed")
    events.record(unit, EmailChanged(held.account_id, held.id))


def _readdress(unit: Unit, held: Change, old: str, new: str) -> None:
    """What was sent to the old address opens nothing more, and she is signed in only where she asked for it."""
    account, sessions = db.table(Account), db.table(SessionRow)
    sealed = keys.seal(unit, held.account_id, keys.place(Account, "email", held.account_id), new)
    now = {"email": sealed, "email_token": accounts.email_token(unit, new)}
    db.change(unit, update(account).where(account.c.id == held.account_id).values(**now))
    links.end(unit, old)
    elsewhere = (sessions.c.account_id == held.account_id) & sessions.c.ended_at.is_(None)
    if held.session_id is not None:
        elsewhere &= sessions.c.id != held.session_id
    db.change(unit, update(sessions).where(elsewhere).values(ended_at=unit.now))


def _close(unit: Unit, change: Change, why: str) -> bool:
    table = db.table(EmailChange)
    open_one = (table.c.id == change.id) & table.c.standing.is_not(None)
    return db.change(unit, update(table).where(open_one).values(standing=None, ended=why)) == 1


def _write_down(unit: Unit, actor: Actor, account_id: UUID, what: str) -> None:
    link = persons.of_account(unit, account_id)
    whose = link.person_id if link else account_id
    audit.record(unit, actor, what, persons=(whose,), subject=whose)

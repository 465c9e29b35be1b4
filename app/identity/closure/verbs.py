"""Closed by its owner: every way in ends in one step, mandates end and the other side is told."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, update

from app.identity import accounts, links, reaching
from app.identity.closure.events import AccountClosed
from app.identity.linking import ending as unlinking
from app.identity.linking import persons
from app.identity.mandating import ending, reading
from app.identity.mandating.reading import Held
from app.identity.models import Account, Passkey, RecoveryCode, SessionRow
from app.identity.proving_again import aims
from app.identity.proving_again import verbs as proving_again
from app.identity.readdressing import verbs as readdressing
from app.identity.regaining import verbs as regaining
from app.identity.staffing import roles
from app.kit import audit, crypto, db, events
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound, Refused
from app.kit.i18n import N_

ONLINE = "online"
LAST = (
    N_("Your account is closed"),
    N_("You closed it, and nothing opens it any more. Drafts are deleted, your mandates have ended."),
    N_("Your cases stay with the town and go on. You follow them with their reference and a code."),
    N_("Was it not you? Call us or come to the window at once."),
)
UNUSED = (
    N_("Your account is closed"),
    N_("Nobody had used it for a long time, and nothing was in it. With the same address you can open a new one."),
)


class WorksHere(Refused):
    """Of administrators too, so that the town never loses its last one."""

    title = N_("You work at the town hall")
    words = N_("Nothing was changed. An administrator ends your access first; then you can close the account.")


def works_here(unit: Unit, account_id: UUID) -> bool:
    """Also where the roles still wait for a passkey."""
    return bool(roles.roles_of(unit, account_id))


def proven(unit: Unit, actor: Actor) -> datetime | None:
    """Until when she can close it; None where she has not shown once more that it is her."""
    return proving_again.proven(unit, actor, aims.CLOSURE)


def mandates(unit: Unit, actor: Actor) -> list[Held]:
    """Those that end with the account: by which she acts for others, and those she gave in it. What was given at the
    window or on paper needs no account."""
    received = reading.received(unit, actor.account_id) if actor.account_id else []
    given = reading.given(unit, actor.person_id) if actor.person_id else []
    mine = [*received, *(held for held in given if held.how == ONLINE)]
    return [held for held in mine if held.ended_at is None]


def close(unit: Unit, actor: Actor) -> None:
    """Once: whoever presses twice finds no account."""
    contact = accounts.contact(unit, actor.account_id) if actor.account_id else None
    if contact is None:
        raise NotFound
    if works_here(unit, contact.id):
        raise WorksHere(path="/me/account", link=N_("Your account"))
    proving_again.use(unit, actor, aims.CLOSURE)
    link = persons.of_account(unit, contact.id)
    whose = link.person_id if link else contact.id
    audit.record(unit, actor, "account_closed", persons=(whose,), subject=whose)
    for held in mandates(unit, actor):
        helps = ending.HELPER if held.accepted_at else ending.DECLINED
        ending.close(unit, actor, held, ending.GIVER if held.person_id == actor.person_id else helps)
    if link is not None:
        unlinking.by_owner(unit, actor)
    _shut(unit, contact, LAST)


def close_unused(unit: Unit, account_id: UUID) -> None:
    """Nobody is it and nobody came: the town closes it, as it said it would."""
    contact = accounts.contact(unit, account_id)
    if contact is not None:
        by = Actor.system("unused")
        audit.record(unit, by, "account_closed", persons=(contact.id,), subject=contact.id, purpose="unused")
        _shut(unit, contact, UNUSED)


def _shut(unit: Unit, contact: accounts.Contact, last: tuple[str, ...]) -> None:
    table = db.table(Account)
    open_one = (table.c.id == contact.id) & table.c.closed_at.is_(None)
    values = {"closed_at": unit.now, "email_token": crypto.blind(unit.town.keys, "closed", str(contact.id))}
    if db.change(unit, update(table).where(open_one).values(**values)) != 1:
        raise NotFound
    _lock(unit, contact)
    events.record(unit, AccountClosed(contact.id))
    reaching.address(unit, contact.email, contact.locale, reaching.said(*last))


def _lock(unit: Unit, contact: accounts.Contact) -> None:
    """Nothing opens it any more; the address is free for a new account."""
    sessions, passkeys, recovery = (db.table(model) for model in (SessionRow, Passkey, RecoveryCode))
    open_ones = (sessions.c.account_id == contact.id) & sessions.c.ended_at.is_(None)
    db.change(unit, update(sessions).where(open_ones).values(ended_at=unit.now))
    usable = (passkeys.c.account_id == contact.id) & passkeys.c.ended_at.is_(None)
    db.change(unit, update(passkeys).where(usable).values(ended_at=unit.now, ended="closed"))
    db.change(unit, delete(recovery).where(recovery.c.account_id == contact.id))
    links.end(unit, contact.email)
    readdressing.drop(unit, contact.id)
    regaining.drop(unit, contact.id)

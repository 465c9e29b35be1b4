"""Inviting somebody to work here: by a link that lets her make her passkey. Sent again, taken back, accepted once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app.identity import accounts, links
from app.identity.events import StaffInvited, StaffJoined
from app.identity.models import OneTimeLink
from app.identity.staffing import roles
from app.identity.staffing.models import Invitation
from app.kit import audit, db, events, keys
from app.kit.actor import Actor, Role
from app.kit.errors import NotFound, Refused
from app.kit.i18n import N_
from app.kit.ids import new_id

LIFE = timedelta(days=7)
WAY = "invited"

I, O = db.table(Invitation).c, db.table(OneTimeLink).c  # noqa: E741
OPEN = (
    select(I.id, I.email, I.name, I.locale, I.roles, I.link_id, I.created_at, O.until)
    .join_from(db.table(Invitation), db.table(OneTimeLink), O.id == I.link_id)
    .where(I.accepted_at.is_(None), I.revoked_at.is_(None))
    .order_by(I.id)
)
ONE = OPEN.where(I.id == bindparam("id"))
TO = OPEN.where(I.email_token == bindparam("token"))
BY_LINK = OPEN.where(I.link_id == bindparam("link"))


class WorksHere(Refused):
    words = N_("Somebody with this address works here already. You can change functions in the list of staff.")


class InvitedAlready(Refused):
    words = N_("This address has an invitation already. You can send it again from the list of staff.")


@dataclass(frozen=True)
class Waiting:
    """An invitation that nobody has accepted; it opens nothing from `until` on."""

    id: UUID
    email: str
    name: str
    locale: str
    roles: frozenset[Role]
    link_id: UUID
    created_at: datetime
    until: datetime


def invite(unit: db.Unit, by: Actor, email: str, name: str, locale: str, wanted: Iterable[Role]) -> Waiting:
    """Refused where she works here or is invited. The link goes out by mail (StaffInvited)."""
    known = accounts.by_email(unit, email)
    if known is not None and roles.roles_of(unit, known):
        raise WorksHere
    if db.row(unit, TO, token=accounts.email_token(unit, email)) is not None:
        raise InvitedAlready
    made = _write(unit, by, email, name, locale, wanted)
    events.record(unit, StaffInvited(made.id))
    return made


def invite_again(unit: db.Unit, by: Actor, account_id: UUID) -> None:
    """Somebody who works here needs a new passkey. Her earlier invitation opens nothing any more."""
    contact = accounts.contact(unit, account_id)
    if contact is None:
        raise NotFound
    for row in db.rows(unit, TO, token=accounts.email_token(unit, contact.email)):
        _end(unit, row.id, row.link_id)
    made = _write(unit, by, contact.email, contact.name, contact.locale, ())
    events.record(unit, StaffInvited(made.id))


def by_console(unit: db.Unit, email: str, locale: str, wanted: Iterable[Role]) -> UUID:
    """The link of an invitation that is printed instead of mailed; an earlier one opens nothing any more."""
    for row in db.rows(unit, TO, token=accounts.email_token(unit, email)):
        _end(unit, row.id, row.link_id)
    return _write(unit, Actor.system("console"), email, "", locale, wanted).link_id


def renew(unit: db.Unit, by: Actor, invitation: UUID) -> None:
    """A new link by mail; the old one opens nothing any more."""
    found = waiting(unit, invitation)
    _end_link(unit, found.link_id)
    link = links.ask(unit, found.email, found.locale, "", way=WAY, life=LIFE)
    mine = update(db.table(Invitation)).where(I.id == found.id)
    db.change(unit, mine.values(link_id=link))
    events.record(unit, StaffInvited(found.id))
    audit.record(unit, by, "invited_again", subject=found.id)


def revoke(unit: db.Unit, by: Actor, invitation: UUID) -> None:
    found = waiting(unit, invitation)
    _end(unit, found.id, found.link_id)
    audit.record(unit, by, "invitation_revoked", subject=found.id)


def accept(unit: db.Unit, link: UUID, account_id: UUID) -> None:
    """The link was used: she works here from now on, and her first passkey lets her to the desk."""
    row = db.row(unit, BY_LINK, link=link)
    if row is None:
        return
    found = _opened(unit, row)
    accounts.name_once(unit, account_id, found.name)
    roles.give(unit, account_id, found.roles)
    db.change(unit, update(db.table(Invitation)).where(I.id == found.id).values(accepted_at=unit.now))
    events.record(unit, StaffJoined(account_id))
    audit.record(
        unit, Actor(account_id=account_id), "joined", subject=account_id, detail={"to": roles.told(found.roles)}
    )


def all_waiting(unit: db.Unit) -> list[Waiting]:
    """Of those who do not work here yet, the oldest first."""
    return [found for found in (_opened(unit, row) for row in db.rows(unit, OPEN)) if found.roles]


def find(unit: db.Unit, invitation: UUID) -> Waiting | None:
    """None where it was accepted or taken back."""
    row = db.row(unit, ONE, id=invitation)
    return _opened(unit, row) if row else None


def waiting(unit: db.Unit, invitation: UUID) -> Waiting:
    found = find(unit, invitation)
    if found is None:
        raise NotFound
    return found


def end_for(unit: db.Unit, email: str) -> None:
    """Nobody comes in by an invitation to this address any more."""
    for row in db.rows(unit, TO, token=accounts.email_token(unit, email)):
        _end(unit, row.id, row.link_id)


def _write(unit: db.Unit, by: Actor, email: str, name: str, locale: str, wanted: Iterable[Role]) -> Waiting:
    made, given = new_id(), frozenset(wanted)
    link = links.ask(unit, email, locale, "", way=WAY, life=LIFE)
    db.add(
        unit, Invitation, id=made, email_token=accounts.email_token(unit, email), locale=locale, link_id=link,
        roles=sorted([role.department, role.function] for role in given), by_id=by.account_id,
        created_at=unit.now, accepted_at=None, revoked_at=None,
        email=keys.seal(unit, keys.TOWN, keys.place(Invitation, "email", made), email),
        name=keys.seal(unit, keys.TOWN, keys.place(Invitation, "name", made), name),
    )  # fmt: skip
    audit.record(unit, by, "invited", subject=made, detail={"to": roles.told(given)})
    return Waiting(made, email, name, locale, given, link, unit.now, unit.now + LIFE)


def _opened(unit: db.Unit, row: db.AnyRow) -> Waiting:
    email = keys.open(unit, keys.TOWN, keys.place(Invitation, "email", row.id), row.email)
    name = keys.open(unit, keys.TOWN, keys.place(Invitation, "name", row.id), row.name)
    given = frozenset(Role(department, function) for department, function in row.roles)
    return Waiting(row.id, email, name, row.locale, given, row.link_id, row.created_at, row.until)


def _end(unit: db.Unit, invitation: UUID, link: UUID) -> None:
    db.change(unit, update(db.table(Invitation)).where(I.id == invitation).values(revoked_at=unit.now))
    _end_link(unit, link)


def _end_link(unit: db.Unit, link: UUID) -> None:
    db.change(unit, update(db.table(OneTimeLink)).where(O.id == link, O.until > unit.now).values(until=unit.now))

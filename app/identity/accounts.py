"""Accounts: found by address, made when an address is proven, linked to a person when the town identified her."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app.identity.models import Account, PersonLink, StaffRole
from app.kit import crypto, db, keys
from app.kit.ids import new_id

A, L, R = (db.table(model).c for model in (Account, PersonLink, StaffRole))
BY_EMAIL = select(A.id).where(A.email_token == bindparam("token"))
EVER = keys.beside(select(A.id, A.email, A.name, A.locale).where(A.id == bindparam("id")), A.id)
CONTACT = EVER.where(A.closed_at.is_(None))
OF_PERSON = (
    select(L.account_id).where(L.person_id == bindparam("person"), L.revoked_at.is_(None)).order_by(L.id).limit(1)
)


@dataclass(frozen=True)
class Contact:
    """How an account is reached and named."""

    id: UUID
    email: str
    name: str
    locale: str


def email_token(unit: db.Unit, email: str) -> bytes:
    return crypto.blind(unit.town.keys, "email", email.strip().lower())


def by_email(unit: db.Unit, email: str) -> UUID | None:
    found: UUID | None = db.value(unit, BY_EMAIL, token=email_token(unit, email))
    return found


def account_of(unit: db.Unit, person_id: UUID) -> UUID | None:
    """The account linked to a person, if she has one."""
    found: UUID | None = db.value(unit, OF_PERSON, person=person_id)
    return found


def contact(unit: db.Unit, account_id: UUID) -> Contact | None:
    """None where there is no such account, or where it is closed."""
    return _contact(unit, db.row(unit, CONTACT, id=account_id))


def last_contact(unit: db.Unit, account_id: UUID) -> Contact | None:
    """Also of a closed account: for what is to be told when it closes, and to name it where it did something."""
    return _contact(unit, db.row(unit, EVER, id=account_id))


def _contact(unit: db.Unit, row: db.AnyRow | None) -> Contact | None:
    if row is None:
        return None
    keys.learn(unit, row.id, row)
    email = keys.open(unit, row.id, keys.place(Account, "email", row.id), row.email)
    name = keys.open(unit, row.id, keys.place(Account, "name", row.id), row.name)
    return Contact(row.id, email, name, row.locale)


def make(unit: db.Unit, email: str, locale: str, name: str = "") -> UUID:
    """The account of a proven address, made when there is none."""
    known = by_email(unit, email)
    if known is not None:
        return known
    account_id = new_id()
    keys.make(unit, account_id)
    db.add(
        unit, Account, id=account_id, email_token=email_token(unit, email), locale=locale, created_at=unit.now,
        offer_after=None, warned_at=None, closed_at=None,
        forgotten_at=None,
        email=keys.seal(unit, account_id, keys.place(Account, "email", account_id), email.strip()),
        name=keys.seal(unit, account_id, keys.place(Account, "name", account_id), name),
    )  # fmt: skip
    return account_id


def rename(unit: db.Unit, account_id: UUID, name: str) -> None:
    """The account is called so from now on."""
    sealed = keys.seal(unit, account_id, keys.place(Account, "name", account_id), name)
    db.change(unit, update(db.table(Account)).where(A.id == account_id).values(name=sealed))


def name_once(unit: db.Unit, account_id: UUID, name: str) -> None:
    """Give an account a name, unless it has one."""
    known = contact(unit, account_id)
    if known is None or known.name or not name:
        return
    sealed = keys.seal(unit, account_id, keys.place(Account, "name", account_id), name)
    db.change(unit, update(db.table(Account)).where(A.id == account_id).values(name=sealed))


def link(unit: db.Unit, account_id: UUID, person_id: UUID, how: str, seen: str = "") -> UUID:
    """Raise an account to level 2: this is this person, identified in this way."""
    link_id = new_id()
    db.add(
        unit, PersonLink, id=link_id, account_id=account_id, person_id=person_id, how=how, seen=seen, at=unit.now,
        standing=account_id, revoked_at=None,
    )  # fmt: skip
    return link_id


def appoint(unit: db.Unit, account_id: UUID, department: str, function: str) -> None:
    db.add(unit, StaffRole, id=new_id(), account_id=account_id, department=department, function=function)

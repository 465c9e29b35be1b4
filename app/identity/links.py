"""One-time links: asked for, derived when the mail is sent, used once, renewed in one press."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app.identity import accounts
from app.identity.models import OneTimeLink
from app.kit import crypto, db, keys
from app.kit.ids import derived, fold_code, new_id

LIFE = timedelta(minutes=60)
KEPT = timedelta(days=1)
"""How long a link that ran out can still be renewed."""
LENGTH = 10

O = db.table(OneTimeLink).c  # noqa: E741
BY_CODE = select(O.id, O.email, O.locale, O.onward, O.way, O.until, O.used_at).where(O.code == bindparam("code"))


@dataclass(frozen=True)
class Link:
    """What a code opens; the address stays sealed. `state`: open, used, over."""

    id: UUID
    sealed: bytes
    locale: str
    onward: str
    way: str
    state: str


def ask(unit: db.Unit, email: str, locale: str, onward: str, *, way: str = "link", life: timedelta = LIFE) -> UUID:
    """Record that somebody wants in by this address. The same work whether the town knows it or not."""
    link_id = new_id()
    sealed = keys.seal(unit, keys.TOWN, keys.place(OneTimeLink, "email", link_id), email.strip())
    db.add(
        unit, OneTimeLink, id=link_id, code=_hash(unit, code(unit, link_id)), email=sealed, locale=locale,
        email_token=accounts.email_token(unit, email), onward=onward, way=way, created_at=unit.now,
        until=unit.now + life, used_at=None,
    )  # fmt: skip
    return link_id


def code(unit: db.Unit, link_id: UUID) -> str:
    """The ten characters of a link, made from its id by a key that only the town has."""
    return derived(unit.town.keys.stable("link"), link_id, LENGTH)


def find(unit: db.Unit, typed: str) -> Link | None:
    """The link of a code, as a person typed it; None when there never was one."""
    row = db.row(unit, BY_CODE, code=_hash(unit, fold_code(typed)))
    if row is None or row.until + KEPT < unit.now:
        return None
    state = "used" if row.used_at else "over" if row.until < unit.now else "open"
    return Link(row.id, row.email, row.locale, row.onward, row.way, state)


def address(unit: db.Unit, found: Link) -> str:
    """Where a link was sent. Opened only when it is used: looking takes the same time for every code."""
    return keys.open(unit, keys.TOWN, keys.place(OneTimeLink, "email", found.id), found.sealed)


def use(unit: db.Unit, found: Link) -> UUID:
    """Use an open link: the address is proven, its account exists; the account's id."""
    table = db.table(OneTimeLink)
    db.change(unit, update(table).where(table.c.id == found.id).values(used_at=unit.now))
    return accounts.make(unit, address(unit, found), found.locale)


def end(unit: db.Unit, email: str) -> None:
    """What was sent to this address opens nothing any more."""
    sent = (O.email_token == accounts.email_token(unit, email)) & O.used_at.is_(None) & (O.until > unit.now)
    db.change(unit, update(db.table(OneTimeLink)).where(sent).values(until=unit.now - timedelta(seconds=1)))


def _hash(unit: db.Unit, plain: str) -> bytes:
    return crypto.digest(unit.town.keys, "link", plain)


@dataclass(frozen=True)
class Asked:
    """Where a link is sent, and in which language."""

    email: str
    locale: str


def asked(unit: db.Unit, link_id: UUID) -> Asked | None:
    """For the job that sends it."""
    row = db.row(unit, select(O.id, O.email, O.locale).where(O.id == link_id))
    if row is None:
        return None
    return Asked(keys.open(unit, keys.TOWN, keys.place(OneTimeLink, "email", row.id), row.email), row.locale)


def minted(unit: db.Unit, link_id: str) -> tuple[str, str]:
    """The path of a link below the locale, and its code, made when the mail leaves."""
    plain = code(unit, UUID(link_id))
    return f"/sign-in/links/{plain}", plain

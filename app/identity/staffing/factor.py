"""A second factor for whoever works here: an e-mail address alone opens no desk."""

from urllib.parse import quote

from sqlalchemy import bindparam, select, update

from app.identity import passkeys
from app.identity.models import SessionRow
from app.kit import db
from app.kit.actor import Actor
from app.kit.towns import Town

DESK = "/desk"
GUARDED = (DESK, "/me/passkeys")
"""What a link alone does not open to staff, with all below: it could make a passkey, and that would open the desk."""
PAGE = "/sign-in/second-factor"
S = db.table(SessionRow).c
WAY = select(S.way).where(S.id == bindparam("session"))


def proves(town: Town, way: str) -> bool:
    """Whether a session that came in this way is let to the desk. In the demo a printed link counts as both."""
    return way == "passkey" or (way == "printed" and town.demo)


def guards(path: str) -> bool:
    """Whether a path below the locale needs the second factor, of staff."""
    return any(path == kept or path.startswith((f"{kept}/", f"{kept}?")) for kept in GUARDED)


def is_desk(path: str) -> bool:
    """Whether a path below the locale belongs to the desk."""
    return path == DESK or path.startswith(f"{DESK}/")


def path(onward: str) -> str:
    """Where a passkey is asked for, and where one goes on from there."""
    return f"{PAGE}?onward={quote(onward, safe='/')}"


def lets_make(unit: db.Unit, actor: Actor) -> bool:
    """Whether she may make a passkey now: she came by an invitation, or by a link out of the console. A link that
    anybody can have mailed is not enough, or an address alone would open the desk."""
    return bool(actor.session_id and db.value(unit, WAY, session=actor.session_id) in ("invited", "printed"))


def has_passkey(unit: db.Unit, actor: Actor) -> bool:
    return actor.account_id is not None and passkeys.count(unit, actor.account_id) > 0


def prove(unit: db.Unit, actor: Actor) -> None:
    """She has just made a passkey in this session: it lets her to the desk."""
    mine = update(db.table(SessionRow)).where(S.id == actor.session_id, S.account_id == actor.account_id)
    db.change(unit, mine.values(way="passkey"))

"""How an account wants to be told."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app.kit import db
from app.kit.db import Unit
from app.notifications.models import Preference
from app.notifications.notice import EMAIL, LETTER, PORTAL, SMS

CHANNELS = (EMAIL, SMS, LETTER, PORTAL)
P = db.table(Preference).c
LIKED = select(P.channels).where(P.account_id == bindparam("account"))


def preferred(unit: Unit, account_id: UUID) -> tuple[str, ...]:
    """The channels this account chose, in its order; empty when it never chose."""
    return tuple(db.value(unit, LIKED, account=account_id) or ())


def prefer(unit: Unit, account_id: UUID, channels: Sequence[str]) -> None:
    """Remember a choice; unknown channels are a mistake of the caller."""
    unknown = set(channels) - set(CHANNELS)
    if unknown:
        raise ValueError(f"not a channel: {sorted(unknown)}")
    wanted = list(dict.fromkeys(channels))
    table = db.table(Preference)
    if not db.change(unit, update(table).where(P.account_id == account_id).values(channels=wanted, at=unit.now)):
        db.add(unit, Preference, account_id=account_id, channels=wanted, at=unit.now)

"""How long the address of a closed account is kept: the town's profile says so (`closed`); its name stays for what the
account signed. These are the queries of this keeping."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, delete, select, update

from app import catalogue
from app.identity.models import Account
from app.identity.readdressing.models import EmailChange
from app.kit import db, keys
from app.kit.db import Unit
from app.kit.durations import shift_day

KEPT = "P30D"
"""Where the profile says nothing else: long enough for a last message that comes back, and for whoever did not close
it herself."""

A, C = db.table(Account).c, db.table(EmailChange).c
OVER = select(A.id).where(A.closed_at < bindparam("before"), A.forgotten_at.is_(None)).order_by(A.id).limit(200)


def days(unit: Unit) -> int:
    """How many days that is."""
    today = unit.now.astimezone(ZoneInfo(unit.town.zone)).date()
    return (shift_day(today, str(catalogue.profile(unit).get("closed") or KEPT)) - today).days


def sweep(unit: Unit) -> int:
    """Forget the addresses whose time is over; how many accounts that were."""
    gone = [row.id for row in db.rows(unit, OVER, before=unit.now - timedelta(days=days(unit)))]
    for account_id in gone:
        nothing = keys.seal(unit, account_id, keys.place(Account, "email", account_id), "")
        mine = update(db.table(Account)).where(A.id == account_id)
        db.change(unit, mine.values(email=nothing, forgotten_at=unit.now))
        db.change(unit, delete(db.table(EmailChange)).where(C.account_id == account_id))
    return len(gone)

"""An account that nobody is: no record, no role, no mandate, no case, and nobody came for as long as the town's profile
says (`unused`). It is warned, and closes a month later. These are the queries of this keeping."""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, exists, func, or_, select, update

from app import catalogue
from app.identity import accounts, reaching
from app.identity.closure import verbs
from app.identity.mandating.models import Mandate
from app.identity.models import Account, PersonLink, SessionRow, StaffRole
from app.kit import db
from app.kit.db import Unit
from app.kit.durations import shift_day, shift_moment
from app.kit.i18n import N_, format_day

UNUSED, WARNED = "P3Y", "P30D"
"""Where the profile says nothing else; and how long before it is said."""
PAGE, MOST = 200, 100
"""How many are looked at together, and how many are closed or warned in one run."""
SUBJECT = N_("Your account closes on %(day)s")
WORDS = (
    N_("Nobody has used it for a long time, and nothing is in it."),
    N_("Do you want to keep it? Sign in once before that day. Otherwise you need to do nothing."),
)

A, S, L, R, M = (db.table(model).c for model in (Account, SessionRow, PersonLink, StaffRole, Mandate))
SEEN = select(func.max(S.seen_at)).where(S.account_id == A.id).scalar_subquery()
IDLE = (
    select(A.id, A.warned_at, func.coalesce(SEEN, A.created_at).label("seen"))
    .where(A.closed_at.is_(None), A.created_at < bindparam("before"), A.id > bindparam("after", type_=A.id.type))
    .where(or_(SEEN.is_(None), bindparam("before") > SEEN))
    .where(~exists().where(L.account_id == A.id, L.revoked_at.is_(None)))
    .where(~exists().where(R.account_id == A.id))
    .where(~exists().where(M.account_id == A.id, M.ended_at.is_(None)))
    .order_by(A.id)
    .limit(PAGE)
)
Busy = Callable[[Unit, Collection[UUID]], set[UUID]]
"""Which of these accounts have cases or drafts: the rooms above know."""


def sweep(unit: Unit, busy: Busy) -> int:
    """Warn those that are empty, and close those that were warned long enough ago; how many there were."""
    zone = ZoneInfo(unit.town.zone)
    before = shift_moment(unit.now, f"-{catalogue.profile(unit).get('unused') or UNUSED}", zone)
    done = 0
    for row in _empty(unit, before, busy):
        if row.warned_at is None or row.warned_at < row.seen:
            _warn(unit, row.id, zone)
        elif shift_moment(row.warned_at, WARNED, zone) <= unit.now:
            verbs.close_unused(unit, row.id)
        else:
            continue
        done += 1
        if done == MOST:
            break
    return done


def _empty(unit: Unit, before: datetime, busy: Busy) -> Iterator[db.AnyRow]:
    after = UUID(int=0)
    while rows := db.rows(unit, IDLE, before=before, after=after):
        used = busy(unit, [row.id for row in rows])
        yield from [row for row in rows if row.id not in used]
        after = rows[-1].id


def _warn(unit: Unit, account_id: UUID, zone: ZoneInfo) -> None:
    contact = accounts.contact(unit, account_id)
    if contact is None:
        return
    db.change(unit, update(db.table(Account)).where(A.id == account_id).values(warned_at=unit.now))
    day = format_day(shift_day(unit.now.astimezone(zone).date(), WARNED), contact.locale)
    reaching.account(unit, account_id, reaching.said(SUBJECT, *WORDS, day=day), ("/sign-in", N_("Sign in")))

"""Every SELECT of mandates: who may act for whom now, what somebody gave, and what she was given."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, or_, select

from app import catalogue
from app.identity.mandating.models import Mandate
from app.kit import db, keys
from app.kit.actor import Grant
from app.kit.db import Unit
from app.kit.durations import shift_day

M = db.table(Mandate).c
ROW = select(
    M.id, M.person_id, M.email, M.email_token, M.account_id, M.services, M.acts, M.kind, M.how, M.seen, M.seen_on,
    M.blob_id, M.until, M.created_at, M.accepted_at, M.ended_at, M.ended, M.notices,
)  # fmt: skip
NOW = (M.ended_at.is_(None), or_(M.until.is_(None), M.until >= bindparam("today")))
HOLDS = (
    select(M.id, M.person_id, M.services, M.acts, M.kind, M.notices)
    .where(M.account_id == bindparam("account"), M.accepted_at.is_not(None), *NOW)
    .order_by(M.id)
)
MOST = 50
LONGEST, TOLD = "P3Y", "P14D"
"""Where the profile says nothing."""
GIVEN = ROW.where(M.person_id == bindparam("person")).order_by(M.ended_at.is_not(None), M.id.desc()).limit(MOST)
RECEIVED = ROW.where(M.account_id == bindparam("account")).order_by(M.ended_at.is_not(None), M.id.desc()).limit(MOST)
ASKED = select(M.id).where(
    M.code == bindparam("code"), M.email_token == bindparam("token"), M.accepted_at.is_(None), *NOW
)
ONE = ROW.where(M.id == bindparam("id"))
OVER = select(M.id).where(M.ended_at.is_(None), M.until < bindparam("today")).order_by(M.id).limit(200)
NEAR = (
    select(M.id, M.person_id, M.created_at, M.until)
    .where(M.ended_at.is_(None), M.accepted_at.is_not(None), M.warned_at.is_(None), M.until <= bindparam("by"))
    .order_by(M.id)
    .limit(200)
)
PAST = (
    ROW.where(M.account_id == bindparam("account"), M.person_id == bindparam("person"), M.accepted_at.is_not(None))
    .where(or_(M.ended_at.is_not(None), M.until < bindparam("today")))
    .order_by(M.id.desc())
    .limit(MOST)
)
STANDING = select(M.id).where(M.standing == bindparam("standing"))


@dataclass(frozen=True)
class Held:
    """A mandate as its two sides see it; the helper's address stays sealed. `until` is its last day."""

    id: UUID
    person_id: UUID
    sealed: bytes
    email_token: bytes
    account_id: UUID | None
    services: tuple[str, ...]
    acts: bool
    kind: str
    how: str
    seen: str
    seen_on: date | None
    blob_id: UUID | None
    until: date | None
    created_at: datetime
    accepted_at: datetime | None
    ended_at: datetime | None
    ended: str
    notices: str

    @property
    def state(self) -> str:
        return "ended" if self.ended_at else "used" if self.accepted_at else "asked"


def today(unit: Unit) -> date:
    return unit.now.astimezone(ZoneInfo(unit.town.zone)).date()


def last_day(unit: Unit) -> date:
    """The last day that a mandate given today may have, as the town's profile says."""
    return shift_day(today(unit), catalogue.profile(unit).get("mandates", {}).get("longest", LONGEST))


def grants(unit: Unit, account_id: UUID) -> tuple[Grant, ...]:
    """What this account may do for others now; asked anew with each request."""
    return tuple(
        Grant(row.id, row.person_id, frozenset(row.services), row.acts, row.kind == "guardian", row.notices)
        for row in db.rows(unit, HOLDS, account=account_id, today=today(unit))
    )


def one(unit: Unit, mandate_id: UUID) -> Held | None:
    row = db.row(unit, ONE, id=mandate_id)
    return _held(row) if row else None


def given(unit: Unit, person_id: UUID) -> list[Held]:
    """By this person, those that are not ended first."""
    return [_held(row) for row in db.rows(unit, GIVEN, person=person_id)]


def received(unit: Unit, account_id: UUID) -> list[Held]:
    """Those whose code this account brought."""
    return [_held(row) for row in db.rows(unit, RECEIVED, account=account_id)]


def past(unit: Unit, account_id: UUID, person_id: UUID | None) -> list[Held]:
    """By which this account once acted for that person, the newest first; none for nobody, by the same question."""
    return [_held(row) for row in db.rows(unit, PAST, account=account_id, person=person_id, today=today(unit))]


def over_since(unit: Unit, held: Held) -> datetime | None:
    """From when on it could be used no more; None where it still can. Its last day counts before any timer ran."""
    zone = ZoneInfo(unit.town.zone)
    after = datetime.combine(held.until + timedelta(days=1), time(), zone).astimezone(UTC) if held.until else None
    known = [each for each in (held.ended_at, after if after and after <= unit.now else None) if each]
    return min(known, default=None)


def as_of_now(unit: Unit, held: Held) -> Held:
    """For pages: one whose last day has gone is ended, whether a timer ran or not."""
    since = over_since(unit, held)
    if since is None or held.ended_at is not None:
        return held
    return replace(held, ended_at=since, ended="age" if held.kind == "guardian" else "over")


def asked(unit: Unit, code: bytes, token: bytes) -> UUID | None:
    """The mandate of a code that waits for its answer, if it was given to this address."""
    found: UUID | None = db.value(unit, ASKED, code=code, token=token, today=today(unit))
    return found


def over(unit: Unit) -> list[UUID]:
    return [row.id for row in db.rows(unit, OVER, today=today(unit))]


def near(unit: Unit) -> list[tuple[UUID, UUID]]:
    """Those whose last day comes near, as the town's profile says how long before, and their givers."""
    span = catalogue.profile(unit).get("mandates", {}).get("told", TOLD)
    rows = db.rows(unit, NEAR, by=shift_day(today(unit), span))
    return [(row.id, row.person_id) for row in rows]


def stands(unit: Unit, standing: bytes) -> bool:
    return db.row(unit, STANDING, standing=standing) is not None


def email(unit: Unit, held: Held) -> str:
    """The address it was given to; "" when its giver was erased."""
    try:
        return keys.open(unit, held.person_id, keys.place(Mandate, "email", held.id), held.sealed)
    except keys.Erased:
        return ""


def _held(row: db.AnyRow) -> Held:
    values = {**row._asdict(), "services": tuple(row.services)}
    return Held(sealed=values.pop("email"), **values)

"""What the staff looked at today, gone through every few minutes: at most one line a day, person and kind is raised."""

from collections.abc import Iterable
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select, update

from app import identity
from app.cases import workload
from app.desk.watching.events import LooksRaised
from app.desk.watching.models import Watch
from app.kit import audit, db, events
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.ids import new_id

LOOKED, FOUND = ("looked", "opened"), "found"
"""How the audit calls opening a case and a person's page; a line among the findings of a search is neither that, nor
something that was done for anybody."""
MANY, ONESELF = "many", "oneself"
FIFTY = 50
"""So many people in one day who are not her work."""

E, S, W = (db.table(model).c for model in (audit.AuditEntry, audit.AuditSubject, Watch))
DONE = (
    select(E.account_id, E.case_id, E.action, S.person_id)
    .select_from(db.table(audit.AuditEntry).outerjoin(db.table(audit.AuditSubject), S.entry_id == E.id))
    .where(
        E.id >= bindparam("since_id"),
        E.at >= bindparam("since"),
        E.action != FOUND,
        E.account_id.is_not(None),
        E.function.not_in(("", audit.SYSTEM)),
    )
)
RAISED = select(W.id, W.count).where(
    W.account_id == bindparam("account"), W.day == bindparam("day"), W.kind == bindparam("kind")
)


def review(unit: Unit) -> None:
    """Go through the looks since midnight, in the town's zone."""
    zone = ZoneInfo(unit.town.zone)
    today = unit.now.astimezone(zone).date()
    since = datetime.combine(today, time(), zone)
    by_account: dict[UUID, list[db.AnyRow]] = {}
    for row in db.rows(unit, DONE, since=since, since_id=_first_id(since)):
        by_account.setdefault(row.account_id, []).append(row)
    for account, looks in by_account.items():
        _review(unit, identity.as_actor(unit, account), looks, today)


def _review(unit: Unit, actor: Actor, done: Iterable[db.AnyRow], today: date) -> None:
    """Her work is what is assigned to her, what waits in her queues, what she ever touched, and whomever she did
    something for today."""
    rows = list(done)
    herself = {id for id in (actor.account_id, actor.person_id) if id}
    looks = [row for row in rows if row.action in LOOKED]
    if any(row.person_id in herself for row in looks):
        _raise(unit, actor, ONESELF, 1, today)
    others = workload.not_hers(unit, actor, (row.case_id for row in looks if row.case_id))
    hers = {row.person_id for row in rows if row.action not in LOOKED or (row.case_id and row.case_id not in others)}
    alone = {row.person_id for row in looks if row.case_id is None} - hers
    hers |= workload.her_people(unit, actor, (person for person in alone if person))
    opened = {row.person_id or row.case_id for row in looks if row.case_id is None or row.case_id in others}
    opened -= {*hers, *herself, None}
    if len(opened) >= FIFTY:
        _raise(unit, actor, MANY, len(opened), today)


def _raise(unit: Unit, actor: Actor, kind: str, count: int, today: date) -> None:
    known = db.row(unit, RAISED, account=actor.account_id, day=today, kind=kind)
    if known is not None:
        if known.count != count:
            db.change(unit, update(db.table(Watch)).where(W.id == known.id).values(count=count))
        return
    made = new_id()
    assert actor.account_id is not None
    db.add(
        unit, Watch, id=made, account_id=actor.account_id, day=today, kind=kind, count=count, at=unit.now,
        seen_at=None, seen_by=None, note=None,
    )  # fmt: skip
    events.record(unit, LooksRaised(made, actor.account_id, kind))
    audit.record(unit, Actor.system("watching"), "looks_raised", subject=actor.account_id, detail={"kind": kind})


def _first_id(since: datetime) -> UUID:
    """Ids carry their time, looks the begin of their ten minutes: nothing before needs to be read."""
    return UUID(int=int((since - audit.WINDOW).timestamp() * 1000) << 80)

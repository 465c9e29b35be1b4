"""An outage of the portal: a supervisor writes it down, the last days that fell into it move, the people concerned are
told once. What was written down wrongly is corrected, and a day that somebody was given stays given."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update

from app import catalogue
from app.cases import law, moving, queries, telling, timers
from app.cases.events import OutageRecorded
from app.cases.models import CaseFile, InformationRequest
from app.cases.queries import Case
from app.cases.rights.models import Outage, OutageEffect
from app.kit import db, events, jobs
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound, Refused
from app.kit.i18n import N_, format_day, translate
from app.kit.ids import new_id

JOB, CASE_JOB = "cases.outage", "cases.outage_of_case"

C, R, E = (db.table(model).c for model in (CaseFile, InformationRequest, OutageEffect))
OPEN = C.closed_at.is_(None)
ASKED = (
    select(C.id)
    .join(db.table(InformationRequest), R.case_id == C.id)
    .where(OPEN, R.closed_at.is_(None), R.until.between(bindparam("first"), bindparam("last")))
)
UNPROVEN = select(C.id, C.received_at).where(OPEN, C.state == moving.TO_PROVE)
DUE = select(C.id).where(OPEN, C.due.between(bindparam("first"), bindparam("last")))
EFFECTS = select(*E).where(E.case_id == bindparam("case")).order_by(E.id)


@dataclass(frozen=True)
class Recorded:
    """An outage that is over; its days are to be moved."""

    outage_id: UUID


@dataclass(frozen=True)
class Concerned:
    """A case with a last day in it. `before` is that day; `whose`: person or office."""

    outage_id: UUID
    case_id: UUID
    whose: str
    before: date


class NotAnOutage(Refused):
    """The times cannot be those of an outage; the caller shows the form again."""

    status = 422


def record(unit: Unit, by: Actor, since: datetime, until: datetime | None, replaces: UUID | None = None) -> UUID:
    """Write an outage down, past or running; with `replaces` it corrects another, which stays."""
    _insist(unit, since, until)
    if until is None and any(row.until is None and row.id != replaces for row in standing(unit)):
        raise NotAnOutage(N_("An outage is running already. Say first when it was over."))
    outage_id = new_id()
    db.add(
        unit, Outage, id=outage_id, at=unit.now, since=since, until=until, replaces=replaces, account_id=by.account_id
    )  # fmt: skip
    _recorded(unit, outage_id, until)
    return outage_id


def end(unit: Unit, row: Any, until: datetime) -> None:
    """The outage is over: now it is known where its days move."""
    _insist(unit, row.since, until)
    table = db.table(Outage)
    if not db.change(unit, update(table).where(table.c.id == row.id, table.c.until.is_(None)).values(until=until)):
        raise NotAnOutage(N_("Somebody wrote down already when it was over. Correct that instead."))
    _recorded(unit, row.id, until)


def standing(unit: Unit) -> list[Any]:
    """The outages as they count now, the latest first; without those that were corrected."""
    replaced = {row.replaces for row in law.outages(unit)}
    return [row for row in reversed(law.outages(unit)) if row.id not in replaced]


def one(unit: Unit, outage_id: UUID) -> Any:
    """One that was not corrected yet, or NotFound."""
    for row in standing(unit):
        if row.id == outage_id:
            return row
    raise NotFound


def concern(unit: Unit, args: Recorded) -> None:
    """A job for each case with a last day in the outage."""
    row = next(row for row in law.outages(unit) if row.id == args.outage_id)
    days = law.calendar(unit)
    for concerned in _concerned(unit, row, days.day_of(row.since), days.day_of(row.until)):
        jobs.enqueue(unit, CASE_JOB, concerned, lane="bulk", stream=timers.stream(concerned.case_id))


def move(unit: Unit, args: Concerned) -> None:
    """Move the days of one case, and tell the person once."""
    case = queries.locked(unit, args.case_id)
    known = db.rows(unit, EFFECTS, case=case.id)
    if case.closed_at is not None or any((row.outage_id, row.whose) == (args.outage_id, args.whose) for row in known):
        return
    after = law.days(unit, args.whose).moved(args.before)
    if after == args.before:
        return
    db.add(
        unit, OutageEffect, id=new_id(), outage_id=args.outage_id, case_id=case.id, at=unit.now, whose=args.whose,
        before=args.before, after=after,
    )  # fmt: skip
    table = db.table(InformationRequest)
    waiting = (table.c.case_id == case.id) & table.c.closed_at.is_(None) & (table.c.until == args.before)
    if args.whose == "person":
        db.change(unit, update(table).where(waiting).values(until=after))
    moving.note_step(unit, case.id, "outage", Actor.system("outage"))
    moved = moving.touch(unit, case) if case.state == moving.TO_PROVE else moving.retime(unit, case)
    _tell(unit, moved, args.whose, after)


def effects(unit: Unit, case_id: UUID) -> list[Any]:
    """The days of a case that outages moved."""
    return list(db.rows(unit, EFFECTS, case=case_id))


def _insist(unit: Unit, since: datetime, until: datetime | None) -> None:
    if since > unit.now or (until is not None and until > unit.now):
        raise NotAnOutage(N_("Only what has happened can be written down: the time lies ahead."))
    if until is not None and until <= since:
        raise NotAnOutage(N_("It is over before it began. Check both times."))


def _recorded(unit: Unit, outage_id: UUID, until: datetime | None) -> None:
    unit.known.pop("law.outages", None)
    catalogue.bump(unit)
    events.record(unit, OutageRecorded(outage_id))
    if until is not None:
        jobs.enqueue(unit, JOB, Recorded(outage_id))


def _concerned(unit: Unit, row: Any, first: date, last: date) -> Iterator[Concerned]:
    """By their days as they were before; what a rule of the profile does not move is left out."""
    setting = law.profile(unit).outage
    moves = setting.moves if setting else frozenset()
    if "person" in moves:
        for asked in db.rows(unit, ASKED.add_columns(R.until), first=first, last=last):
            yield Concerned(row.id, asked.id, "person", asked.until)
        plain, term = law.calendar(unit), law.profile(unit).prove
        for unproven in db.rows(unit, UNPROVEN):
            day = plain.last_day(plain.day_of(unproven.received_at), term)
            if first <= day <= last:
                yield Concerned(row.id, unproven.id, "person", day)
    if "office" in moves:
        for case in db.rows(unit, DUE.add_columns(C.due), first=first, last=last):
            yield Concerned(row.id, case.id, "office", case.due)


def _tell(unit: Unit, case: Case, whose: str, after: date) -> None:
    locale, day = case.locale, format_day(after, case.locale, "full")
    yours = N_("Our portal did not work on your last day. So you have more time: until %(day)s.")
    ours = N_("Our portal did not work on the last day to decide. So the new day is %(day)s.")
    subject = translate(locale, N_("%(reference)s: a day has moved"), reference=case.reference)
    telling.say(unit, case, "outage", subject, translate(locale, yours if whose == "person" else ours, day=day))

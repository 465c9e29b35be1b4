"""Schedules: a job that is due again and again, made once for each slot of time by its unique key."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlmodel import Field, SQLModel

from app.kit import db, jobs
from app.kit.tables import moment


@dataclass(frozen=True)
class Tick:
    """The argument of a scheduled job: the slot it is for."""

    slot: datetime


@dataclass(frozen=True)
class Schedule:
    """A job by name, every so often."""

    name: str
    every: timedelta
    job: jobs.Change | jobs.Call
    lane: str = "bulk"


class Planned(SQLModel, table=True):
    """The last slot of a schedule for which a job was made: done work is not made again within its slot."""

    name: str = Field(primary_key=True)
    slot: datetime = moment()


P = db.table(Planned).c


def plan(unit: db.Unit, schedules: Sequence[Schedule]) -> None:
    """Make the jobs of the current slot; whoever comes second finds them made."""
    last = {row.name: row.slot for row in db.rows(unit, select(P.name, P.slot))}
    for schedule in schedules:
        seconds = schedule.every.total_seconds()
        slot = datetime.fromtimestamp(unit.now.timestamp() // seconds * seconds, tz=unit.now.tzinfo)
        if schedule.name not in last:
            db.add(unit, Planned, name=schedule.name, slot=slot)
        elif last[schedule.name] < slot:
            db.change(unit, update(db.table(Planned)).where(P.name == schedule.name).values(slot=slot))
        else:
            continue
        key = f"{schedule.name}@{slot.isoformat()}"
        jobs.enqueue(unit, schedule.name, Tick(slot), lane=schedule.lane, run_at=slot, key=key)

"""Schedules: a job that is due again and again, made once for each slot of time by its unique key."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.kit import db, jobs


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


def plan(unit: db.Unit, schedules: Sequence[Schedule]) -> None:
    """Make the jobs of the current slot; whoever comes second finds them made."""
    for schedule in schedules:
        seconds = schedule.every.total_seconds()
        slot = datetime.fromtimestamp(unit.now.timestamp() // seconds * seconds, tz=unit.now.tzinfo)
        jobs.enqueue(
            unit, schedule.name, Tick(slot), lane=schedule.lane, run_at=slot, key=f"{schedule.name}@{slot.isoformat()}"
        )

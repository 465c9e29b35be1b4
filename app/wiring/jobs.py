"""Every job by name, and the schedules. `install` tells the house once, before the first event of a process."""

from datetime import timedelta
from functools import cache

from app.kit import audit_seals, db, events, keys
from app.kit.jobs import Change, Jobs
from app.kit.schedules import Schedule, Tick
from app.wiring.events import EVENTS


def seal_audit(unit: db.Unit, tick: Tick) -> None:
    audit_seals.seal_minute(unit)


def rewrap_keys(unit: db.Unit, tick: Tick) -> None:
    """After a rotation: by and by, so that nothing waits for it."""
    keys.rewrap(unit, 500)


SCHEDULES = (
    Schedule("kit.seal_audit", timedelta(minutes=1), Change(Tick, seal_audit)),
    Schedule("kit.rewrap_keys", timedelta(minutes=10), Change(Tick, rewrap_keys)),
)


@cache
def install() -> Jobs:
    """Install the listeners; the jobs by name, for a worker."""
    return {**events.install(EVENTS), **{schedule.name: schedule.job for schedule in SCHEDULES}}

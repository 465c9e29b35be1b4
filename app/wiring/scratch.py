"""A throwaway town with its own database, files, keys, mailbox and clock; and how time passes in it."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from sqlalchemy import Engine, bindparam, event, func, select

from app.catalogue import TownFolder
from app.kit import crypto, db, engines, schedules
from app.kit.clock import Clock
from app.kit.ids import new_id
from app.kit.jobs import Job
from app.kit.schedules import Schedule
from app.kit.settling import settle
from app.kit.towns import Town
from app.wiring import jobs, models, storing
from app.wiring.people_file import read_people

J = db.table(Job).c
NEXT = select(func.min(J.run_at)).where(
    J.run_at > bindparam("now"), J.run_at < bindparam("until"), J.quarantined_at.is_(None)
)

DUE = select(J.id).where(J.run_at <= bindparam("now"), J.quarantined_at.is_(None)).limit(1)


@contextmanager
def scratch_town(folder: TownFolder, now: datetime | None = None) -> Iterator[Town]:
    """A demo town that lives as long as the block, with what the folder holds. Raises Broken if it is not clean."""
    jobs.install()
    with tempfile.TemporaryDirectory(prefix="ventanilla-") as place:
        town = _town(folder, Path(place))
        if now is not None:
            town.clock.set(now)
        try:
            models.METADATA.create_all(_hurried(engines.engine(town.database_url, "write")))
            _hurried(engines.engine(town.database_url, "apart"))
            storing.store(town, folder, read_people(folder)[0])
            yield town
        finally:
            engines.forget(town.database_url)


def _town(folder: TownFolder, place: Path) -> Town:
    """Its name is its own: what processes keep in memory is kept by the name of a town."""
    return Town(
        name=f"scratch_{new_id().hex}",
        hosts=("localhost",),
        base_url="http://localhost",
        database_url=f"sqlite:///{place / 'town.db'}",
        blob_url=f"file:{place / 'blobs'}",
        keys=_keyring(place / "keys"),
        locales=folder.locales,
        zone=folder.facts.zone if folder.facts else "UTC",
        demo=True,
        clock=Clock(),
    )


def _keyring(path: Path) -> crypto.Keyring:
    crypto.make_keyring(path)
    return crypto.read_keyring(path)


def _hurried(engine: Engine) -> Engine:
    """A town that is thrown away need not survive a power cut."""

    @event.listens_for(engine, "connect")
    def hurry(connection: Connection, _: Any) -> None:
        connection.execute("PRAGMA synchronous=OFF")

    return engine


def travel(town: Town, until: datetime, planned: Sequence[Schedule] = jobs.SCHEDULES) -> None:
    """Let time pass: every job runs at its own moment, in order, and what those ask for too. Time never runs back."""
    _live(town, town.clock.now(), planned)
    while (due := _next(town, until)) is not None:
        _live(town, due, planned)
    _live(town, until, planned)


def _next(town: Town, until: datetime) -> datetime | None:
    """When the next job is due; what is due already has been done, or waits for something else."""
    with db.read(town) as unit:
        found: datetime | None = db.value(unit, NEXT, now=unit.now, until=until)
    return found


def _live(town: Town, at: datetime, planned: Sequence[Schedule]) -> None:
    """Do everything that is due at a moment."""
    town.clock.set(max(at, town.clock.now()))
    if planned:
        with db.write(town) as unit:
            schedules.plan(unit, planned)
    with db.read(town) as unit:
        due = db.value(unit, DUE, now=unit.now)
    if due:
        settle(town, jobs.install())

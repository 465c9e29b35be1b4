"""Jobs: rows beside the change that asks for them, run by a worker at least once, their effects exactly once.

Two kinds. A *change* works in the database only, in one transaction with its own deletion. A *call* speaks to the
network with no transaction open: look, call, store. A stream keeps its jobs in order; eight failures, or twenty
crashes of the worker, put a job into quarantine, where a person can try it again.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Field, SQLModel

from app.kit import db
from app.kit.engines import is_sqlite
from app.kit.ids import new_id
from app.kit.tables import moment
from app.kit.towns import Town

log = logging.getLogger(__name__)

LANES = ("now", "mail", "bulk")
LEASE = timedelta(seconds=30)
PART = timedelta(seconds=8)
"""How long one worker goes on with what it claimed at once; the rest is given back, well inside the lease."""
AT_ONCE = 20
FAILURES, CRASHES = 8, 20


class Job(SQLModel, table=True):
    """`key` makes a job unique (schedules); `token` is the lease of who runs it."""

    id: UUID = Field(primary_key=True)
    lane: str
    run_at: datetime = moment(index=True)
    stream: str | None = Field(index=True)
    key: str | None = Field(unique=True)
    name: str
    args: str
    attempts: int
    crashes: int
    token: UUID | None
    quarantined_at: datetime | None = moment(nullable=True)
    problem: str | None


J = db.table(Job).c


@dataclass(frozen=True)
class Change:
    """A job that only changes the database."""

    args: type
    run: Callable[[db.Unit, Any], None]


@dataclass(frozen=True)
class Call:
    """A job that asks the network: `look` gathers (None: nothing to do any more), `call` speaks, `store` records."""

    args: type
    look: Callable[[db.Unit, Any], Any]
    call: Callable[[Any], Any]
    store: Callable[[db.Unit, Any, Any], None]


Jobs = Mapping[str, Change | Call]


@dataclass(frozen=True)
class Claimed:
    id: UUID
    name: str
    args: str
    attempts: int
    token: UUID


_adapters: dict[type, TypeAdapter[Any]] = {}


def _adapter(kind: type) -> TypeAdapter[Any]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def dump(args: object) -> str:
    return _adapter(type(args)).dump_json(args).decode()


def enqueue(
    unit: db.Unit,
    name: str,
    args: object,
    *,
    lane: str = "now",
    run_at: datetime | None = None,
    stream: str | None = None,
    key: str | None = None,
) -> UUID:
    """Put a job beside the change in hand. `args` is a frozen dataclass of ids; with `key` a second one is not made."""
    job_id = new_id()
    if key is not None and db.row(unit, select(J.id).where(J.key == key)) is not None:
        return job_id
    db.add(
        unit, Job, id=job_id, lane=lane, run_at=run_at or unit.now, stream=stream, key=key, name=name, args=dump(args),
        attempts=0, crashes=0, token=None, quarantined_at=None, problem=None,
    )  # fmt: skip
    return job_id


def cancel(unit: db.Unit, stream: str, name: str) -> int:
    """Take back the waiting jobs of a name in a stream (a timer of a state that was left)."""
    return db.change(unit, delete(db.table(Job)).where(J.stream == stream, J.name == name))


def due(unit: db.Unit) -> set[str]:
    """The lanes in which something waits: one question, so that a town where nothing happens costs nothing."""
    waiting = select(J.lane).where(J.run_at <= unit.now, J.quarantined_at.is_(None)).distinct()
    return {row.lane for row in db.rows(unit, waiting)}


def claim(unit: db.Unit, lane: str, most: int = AT_ONCE) -> list[Claimed]:
    """Lease due jobs, the earliest first, one a stream; what somebody else holds is passed over."""
    earlier = aliased(db.table(Job))
    due = (
        select(J.id, J.name, J.args, J.attempts, J.crashes, J.token)
        .where(J.lane == lane, J.run_at <= unit.now, J.quarantined_at.is_(None))
        .where(
            J.stream.is_(None)
            | ~exists().where(
                earlier.c.stream == J.stream,
                earlier.c.id < J.id,
                (earlier.c.run_at <= unit.now + LEASE) | (earlier.c.attempts > 0),
                earlier.c.quarantined_at.is_(None),
            )
        )
        .order_by(J.run_at, J.id)
        .limit(most)
    )
    if not is_sqlite(unit.town.database_url):
        due = due.with_for_update(skip_locked=True, of=db.table(Job))
    claimed = []
    for row in db.rows(unit, due):
        crashes = row.crashes + (row.token is not None)
        if crashes >= CRASHES:
            _quarantine(unit, row.id, "the worker ended twenty times while it ran")
            continue
        token = new_id()
        db.change(
            unit,
            update(db.table(Job)).where(J.id == row.id).values(run_at=unit.now + LEASE, token=token, crashes=crashes),
        )
        claimed.append(Claimed(row.id, row.name, row.args, row.attempts, token))
    return claimed


class Lost(Exception):
    """The lease ran out and somebody else has the job: roll back."""


def run(town: Town, jobs: Jobs, job: Claimed) -> None:
    """Run one claimed job to its end, its failure or its quarantine."""
    try:
        _run(town, jobs[job.name], job)
    except db.Conflict:
        _release(town, job, timedelta(seconds=1))
    except Lost:
        log.info("lease lost", extra={"job": str(job.id)})
    except Exception as problem:
        log.exception("job failed", extra={"job": str(job.id), "job_name": job.name})
        _failed(town, job, f"{type(problem).__name__}")


def _run(town: Town, kind: Change | Call, job: Claimed) -> None:
    args = _adapter(kind.args).validate_json(job.args)
    if isinstance(kind, Change):
        with db.write(town) as unit:
            _delete(unit, job)
            kind.run(unit, args)
        _follow(unit)
        return
    with db.read(town) as unit:
        found = kind.look(unit, args)
    outcome = None if found is None else kind.call(found)
    with db.write(town) as unit:
        _delete(unit, job)
        if found is not None:
            kind.store(unit, args, outcome)
    _follow(unit)


def _follow(unit: db.Unit) -> None:
    for follow in unit.afterwards:
        follow()


def _delete(unit: db.Unit, job: Claimed) -> None:
    if db.change(unit, delete(db.table(Job)).where(J.id == job.id, J.token == job.token)) == 0:
        raise Lost


def give_back(town: Town, job: Claimed) -> None:
    """Somebody else, or a later round, may have it."""
    _release(town, job, timedelta())


def _release(town: Town, job: Claimed, pause: timedelta) -> None:
    with db.claim(town) as unit:
        db.change(
            unit,
            update(db.table(Job))
            .where(J.id == job.id, J.token == job.token)
            .values(run_at=unit.now + pause, token=None),
        )


def _failed(town: Town, job: Claimed, problem: str) -> None:
    attempts = job.attempts + 1
    with db.claim(town) as unit:
        values: dict[str, Any] = {"attempts": attempts, "token": None, "problem": problem}
        values["run_at"] = unit.now + timedelta(seconds=min(2**attempts, 900))
        if attempts >= FAILURES:
            values["quarantined_at"] = unit.now
        db.change(unit, update(db.table(Job)).where(J.id == job.id, J.token == job.token).values(values))


def _quarantine(unit: db.Unit, job_id: UUID, problem: str) -> None:
    db.change(
        unit,
        update(db.table(Job)).where(J.id == job_id).values(quarantined_at=unit.now, problem=problem, token=None),
    )

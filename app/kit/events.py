"""Events: what has happened, in the past tense, recorded in the transaction of the change; listeners run as jobs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlmodel import Field, SQLModel

from app.kit import db, jobs
from app.kit.ids import new_id
from app.kit.tables import moment


@dataclass(frozen=True)
class Event:
    """Subclasses are frozen dataclasses in the past tense with ids only. `about` is the stream: a case, a person."""

    @property
    def about(self) -> UUID | None:
        for name in ("case_id", "person_id", "account_id"):
            if any(entry.name == name for entry in fields(self)):
                found: UUID | None = getattr(self, name)
                return found
        return None


class EventRow(SQLModel, table=True):
    """The log of what happened; ids only."""

    __tablename__ = "event"

    id: UUID = Field(primary_key=True)
    at: object = moment()
    name: str
    about: UUID | None = Field(index=True)
    args: str


@dataclass(frozen=True)
class Listener:
    """What happens after an event: a change or a call, under a name that never changes."""

    name: str
    job: jobs.Change | jobs.Call
    lane: str = "now"


E = db.table(EventRow).c
LOGGED = (
    select(E.id, E.at, E.name, E.about)
    .where(E.name.in_(bindparam("names", expanding=True)), E.id > bindparam("after"))
    .order_by(E.id)
    .limit(bindparam("most"))
)

Listeners = Mapping[type[Event], Sequence[Listener]]

_listeners: dict[type[Event], tuple[Listener, ...]] = {}


def install(listeners: Listeners) -> dict[str, jobs.Change | jobs.Call]:
    """Tell the house who listens to what (`wiring` does, once); the jobs by name, for the worker."""
    _listeners.clear()
    _listeners.update({event: tuple(who) for event, who in listeners.items()})
    return {listener.name: listener.job for who in listeners.values() for listener in who}


def record(unit: db.Unit, event: Event) -> None:
    """Write the event and one job for each listener, in the caller's transaction."""
    args = jobs.dump(event)
    db.add(unit, EventRow, id=new_id(), at=unit.now, name=type(event).__name__, about=event.about, args=args)
    for listener in _listeners.get(type(event), ()):
        stream = f"{listener.name}|{event.about}" if event.about else None
        jobs.enqueue(unit, listener.name, event, lane=listener.lane, stream=stream)


def on(event: type[Event], run: Callable[[db.Unit, Any], None], *, lane: str = "now") -> Listener:
    """A listener that only changes the database, named after its function."""
    return Listener(f"{run.__module__}.{run.__name__}", jobs.Change(event, run), lane)


def logged(unit: db.Unit, names: Sequence[str], after: UUID, most: int) -> list[db.AnyRow]:
    """What has happened, in order: events of these names after this one, at most so many."""
    return list(db.rows(unit, LOGGED, names=list(names), after=after, most=most))

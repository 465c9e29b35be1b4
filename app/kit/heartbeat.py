"""A worker says every few seconds that it is alive."""

from datetime import datetime

from sqlalchemy import func, select, update
from sqlmodel import Field, SQLModel

from app.kit import db
from app.kit.tables import moment


class Heartbeat(SQLModel, table=True):
    """One row a worker process."""

    worker: str = Field(primary_key=True)
    at: datetime = moment()


H = db.table(Heartbeat).c


def beat(unit: db.Unit, worker: str) -> None:
    if not db.change(unit, update(db.table(Heartbeat)).where(H.worker == worker).values(at=unit.now)):
        db.add(unit, Heartbeat, worker=worker, at=unit.now)


def last(unit: db.Unit) -> datetime | None:
    """When a worker was last alive."""
    found: datetime | None = db.value(unit, select(func.max(H.at)))
    return found

"""Work of many units that is of use only as a whole: whoever finds it begun and not ended begins it anew."""

from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlmodel import Field, SQLModel

from app.kit import db
from app.kit.tables import moment


class UnfinishedWork(SQLModel, table=True):
    """One row from the beginning of a work to its end."""

    __tablename__ = "unfinished_work"

    name: str = Field(primary_key=True)
    since: datetime = moment()


W = db.table(UnfinishedWork).c
SINCE = select(W.since).where(W.name == bindparam("name"))


def begin(unit: db.Unit, name: str) -> None:
    end(unit, name)
    db.add(unit, UnfinishedWork, name=name, since=unit.now)


def since(unit: db.Unit, name: str) -> datetime | None:
    """When a work was begun that has not ended; None when there is none."""
    found: datetime | None = db.value(unit, SINCE, name=name)
    return found


def end(unit: db.Unit, name: str) -> None:
    db.change(unit, delete(db.table(UnfinishedWork)).where(W.name == name))

"""Jobs that show what was done, for the tests of everything that runs them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from app.kit import db, jobs
from app.kit.db import Unit
from app.kit.guard import Attempt
from app.kit.jobs import Change, Claimed, Job
from app.kit.towns import Town
from tests.kit.windows import A, mark

J = db.table(Job).c


@dataclass(frozen=True)
class Do:
    what: str


def count(unit: Unit, do: Do) -> None:
    """A change that shows how often it was done."""
    if not db.change(unit, update(db.table(Attempt)).where(A.key == do.what.encode()).values(count=A.count + 1)):
        mark(unit, do.what)


def fail(unit: Unit, do: Do) -> None:
    count(unit, do)
    raise RuntimeError(do.what)


KNOWN: jobs.Jobs = {"count": Change(Do, count), "fail": Change(Do, fail)}


def ask(town: Town, what: str, name: str = "count", **options: Any) -> UUID:
    with db.write(town) as unit:
        return jobs.enqueue(unit, name, Do(what), **options)


def claim(town: Town, lane: str = "now", most: int = 20) -> list[Claimed]:
    with db.claim(town) as unit:
        return jobs.claim(unit, lane, most)


def done(town: Town) -> dict[str, int]:
    with db.read(town) as unit:
        return {row.key.decode(): row.count for row in db.rows(unit, select(A.key, A.count))}


def left(town: Town) -> list[Any]:
    with db.read(town) as unit:
        return list(db.rows(unit, select(*J).order_by(J.id)))

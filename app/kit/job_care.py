"""What waits and what needs a person: for the desk and /healthz."""

from uuid import UUID

from sqlalchemy import bindparam, func, select, update

from app.kit import db
from app.kit.jobs import LANES, Job

J = db.table(Job).c


def try_again(unit: db.Unit, job_id: UUID) -> None:
    """Take a job out of quarantine."""
    db.change(
        unit,
        update(db.table(Job))
        .where(J.id == job_id)
        .values(quarantined_at=None, attempts=0, crashes=0, token=None, run_at=unit.now),
    )


def quarantined(unit: db.Unit) -> list[tuple[UUID, str, str]]:
    """Jobs that need a person: id, name, problem."""
    found = db.rows(unit, select(J.id, J.name, J.problem).where(J.quarantined_at.is_not(None)).order_by(J.id))
    return [(row.id, row.name, row.problem or "") for row in found]


def oldest(unit: db.Unit) -> dict[str, float]:
    """Seconds that the oldest due job of each lane has waited; 0 when none is due."""
    query = (
        select(J.lane, func.min(J.run_at).label("since"))
        .where(J.run_at <= bindparam("now"), J.quarantined_at.is_(None))
        .group_by(J.lane)
    )
    found = {row.lane: (unit.now - row.since).total_seconds() for row in db.rows(unit, query, now=unit.now)}
    return {lane: round(max(found.get(lane, 0.0), 0.0), 3) for lane in LANES}

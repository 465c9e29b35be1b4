"""Counting: each case when it is received and when it ends, and all of them again from the log of events.

Nobody types a figure. Whoever doubts one counts again: `recount` reads what happened and says what was wrong.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select, update

from app import cases
from app.insights import summing
from app.insights.models import CaseFigure
from app.kit import db, events
from app.kit.db import Unit

F = db.table(CaseFigure).c
SOME = select(*F).where(F.case_id.in_(bindparam("cases", expanding=True)))
PORTION = 500


@dataclass(frozen=True)
class Recount:
    """`missing` had no line, `wrong` another one; `onward` is where to go on, None at the end of the log."""

    cases: frozenset[UUID]
    missing: int
    wrong: int
    onward: UUID | None


def count(unit: Unit, case_id: UUID) -> None:
    """Count a case; where its line in a month that is over becomes another one, that month is to be summed again."""
    known = _known(unit, [case_id]).get(case_id)
    for figure in _figures(unit, [case_id]):
        summing.mark(unit, known, figure)
        _keep(unit, figure)


def recount(unit: Unit, names: Sequence[str], after: UUID) -> Recount:
    """Count a portion of the log again, after this event and of these names, and set right what is wrong. The months
    are to be summed again after the last one."""
    rows = events.logged(unit, names, after, PORTION)
    ids = list(dict.fromkeys(row.about for row in rows))
    known = _known(unit, ids)
    changed = [figure for figure in _figures(unit, ids) if known.get(figure["case_id"]) != figure]
    for figure in changed:
        _keep(unit, figure)
    missing = sum(figure["case_id"] not in known for figure in changed)
    onward = rows[-1].id if len(rows) == PORTION else None
    return Recount(frozenset(ids), missing, len(changed) - missing, onward)


def _known(unit: Unit, ids: list[UUID]) -> dict[UUID, dict[str, Any]]:
    return {row.case_id: row._asdict() for row in db.rows(unit, SOME, cases=ids)}


def _figures(unit: Unit, ids: list[UUID]) -> Iterator[dict[str, Any]]:
    """What is to be said of these cases; of one that was destroyed nothing, its line stays as it is."""
    zone = ZoneInfo(unit.town.zone)
    for case in cases.of_ids(unit, ids):
        received = case.received_at.astimezone(zone).date()
        closed = case.closed_at.astimezone(zone).date() if case.closed_at else None
        yield {
            "case_id": case.id,
            "service": case.service,
            "channel": case.via,
            "received_in": _month(received),
            "closed_in": _month(closed) if closed else None,
            "outcome": case.outcome,
            "days": (closed - received).days if closed else None,
            "late": closed > case.due if closed and case.due else None,
        }


def _keep(unit: Unit, figure: dict[str, Any]) -> None:
    table = db.table(CaseFigure)
    if db.change(unit, update(table).where(table.c.case_id == figure["case_id"]).values(figure)) == 0:
        db.add(unit, CaseFigure, **figure)


def _month(day: date) -> date:
    return day.replace(day=1)

"""A barrier's own row follows its case: noted when the report comes in, closed when the case is."""

from typing import Any
from uuid import UUID

from sqlalchemy import update

from app import catalogue
from app.cases import Case, current
from app.codesign import queries
from app.codesign.models import Barrier
from app.kit import db
from app.kit.db import Unit

SERVICE = "barrier"


def note(unit: Unit, case: Case) -> None:
    """A report came in; public pages say how many wait."""
    if case.service == SERVICE and queries.barrier(unit, case.id) is None:
        effort = str(current(unit, case.id).get("effort", ""))
        db.add(
            unit, Barrier, case_id=case.id, since=case.received_at, effort=effort, component="", criterion="",
            placed_at=None, release="", mended_at=None, trial=None, closed_at=None, outcome="",
        )  # fmt: skip
        catalogue.bump(unit)


def close(unit: Unit, case: Case) -> None:
    """Its case is closed, however it ended. What was refused or taken back was never mended."""
    if case.service == SERVICE:
        change(unit, case.id, closed_at=case.closed_at, outcome=case.outcome or "")


def change(unit: Unit, case_id: UUID, **values: Any) -> None:
    """Change a barrier; public pages that name it are made anew."""
    table = db.table(Barrier)
    db.change(unit, update(table).where(table.c.case_id == case_id).values(**values))
    catalogue.bump(unit)

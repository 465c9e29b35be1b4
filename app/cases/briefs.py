"""Cases that another room knows by id: short lines for a clerk, whole ones for the town's own jobs."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import bindparam

from app.cases.queries import BRIEF, CASE, Brief, C, Case
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit

BY_IDS = BRIEF.where(
    C.id.in_(bindparam("ids", expanding=True)), C.department.in_(bindparam("departments", expanding=True))
).order_by(C.expected, C.id)

WHOLE = CASE.where(C.id.in_(bindparam("ids", expanding=True))).order_by(C.id)


def briefs(unit: Unit, actor: Actor, ids: Collection[UUID]) -> list[Brief]:
    """Those of these cases that lie in this actor's departments, what is due first at the top."""
    departments = sorted(actor.departments)
    return [Brief._make(row) for row in db.rows(unit, BY_IDS, ids=list(ids), departments=departments)]


def of_ids(unit: Unit, ids: Collection[UUID]) -> list[Case]:
    """One that is not there any more is left out."""
    return [Case._make(row) for row in db.rows(unit, WHOLE, ids=list(ids))]

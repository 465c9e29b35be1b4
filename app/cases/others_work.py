"""Which cases are not somebody's work: not assigned to her, not waiting in a queue of hers, never touched by her."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import bindparam, exists, select

from app.cases.models import CaseFile, CaseStep, Message, Note
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit

C, S, M, N = (db.table(model).c for model in (CaseFile, CaseStep, Message, Note))
AT_ONCE = 400
TOUCHED = exists().where(S.case_id == C.id, S.account_id == bindparam("account"))
WRITTEN = exists().where(M.case_id == C.id, M.account_id == bindparam("account"))
NOTED = exists().where(N.case_id == C.id, N.account_id == bindparam("account"))
OTHERS = select(C.id, C.department, C.assignee, C.closed_at).where(
    C.id.in_(bindparam("ids", expanding=True)),
    C.assignee.is_distinct_from(bindparam("account")),
    ~TOUCHED, ~WRITTEN, ~NOTED,
)  # fmt: skip


OF_PEOPLE = select(C.id, C.person_id).where(C.person_id.in_(bindparam("persons", expanding=True)))


def her_people(unit: Unit, actor: Actor, persons: Iterable[UUID]) -> set[UUID]:
    """Those of these people who have a case that is her work."""
    asked, found = sorted(set(persons)), set()
    for start in range(0, len(asked), AT_ONCE):
        rows = db.rows(unit, OF_PEOPLE, persons=asked[start : start + AT_ONCE])
        others = not_hers(unit, actor, (row.id for row in rows))
        found |= {row.person_id for row in rows if row.id not in others}
    return found


def not_hers(unit: Unit, actor: Actor, ids: Iterable[UUID]) -> set[UUID]:
    """Those of these cases that are somebody else's work. What waits in the queue of her department is hers; so is all
    that is open there where she answers for the work of others."""
    asked, found = sorted(set(ids)), set()
    for start in range(0, len(asked), AT_ONCE):
        for row in db.rows(unit, OTHERS, account=actor.account_id, ids=asked[start : start + AT_ONCE]):
            waits = row.assignee is None and row.department in actor.departments
            if row.closed_at is not None or not (waits or row.department in actor.leads):
                found.add(row.id)
    return found

"""Samples are drawn at random from what rules decided lately, and from what was decided otherwise than they would
have; a supervisor says of each whether it was right, never of her own. Its own SELECTs."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, bindparam, exists, or_, select, update

from app.cases import auditing, vault
from app.cases.models import CaseFile, Decision
from app.cases.queries import BRIEF, Brief, case
from app.cases.queueing.reading import CELLS
from app.cases.sampling.models import RuleSample
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound, Refused
from app.kit.i18n import N_
from app.kit.ids import new_id

LATELY = timedelta(days=30)
AT_ONCE = 5
FROM = 5000
"""They are drawn from the newest so many."""
SHOWN = 50

C, X, S = (db.table(model).c for model in (CaseFile, Decision, RuleSample))
DRAWABLE = (
    select(X.id, X.case_id, C.department)
    .join_from(db.table(Decision), db.table(CaseFile), X.case_id == C.id)
    .where(
        or_(X.by_rule.is_(True), and_(X.against != "", X.account_id != bindparam("account", type_=X.account_id.type))),
        X.told_at.is_not(None),
        X.at >= bindparam("since"),
        C.department.in_(bindparam("departments", expanding=True)),
        ~exists().where(S.decision_id == X.id),
    )
    .order_by(X.id.desc())
    .limit(FROM)
)
DRAWN = (
    select(
        *BRIEF.selected_columns,
        S.id.label("sample_id"), S.drawn_at, S.verdict, S.note, S.looked_by, S.looked_at, X.at.label("decided_at"),
        X.outcome.label("decided"), X.by_rule, X.against,
    )
    .join_from(db.table(RuleSample), db.table(CaseFile), S.case_id == C.id)
    .join(db.table(Decision), S.decision_id == X.id)
    .where(S.department.in_(bindparam("departments", expanding=True)))
)  # fmt: skip
NEWEST = DRAWN.order_by(S.looked_at.is_not(None), S.id.desc()).limit(SHOWN)
ONE = DRAWN.where(S.id == bindparam("sample"))


class Sample(NamedTuple):
    """A decision that was drawn. `verdict`: right, wrong, or "" while nobody has looked; `by_rule`: a rule made it,
    else staff did, and `against` is the rule that would have done otherwise."""

    id: UUID
    case: Brief
    outcome: str
    decided_at: datetime
    drawn_at: datetime
    verdict: str
    note: str
    looked_by: UUID | None
    looked_at: datetime | None
    by_rule: bool
    against: str


class NothingToDraw(Refused):
    words = N_(
        "In the last 30 days nothing was decided by rule, or otherwise than by rule, that was not drawn already."
    )


class LookedAt(Refused):
    words = N_("Somebody has looked at this decision already.")


def draw(unit: Unit, actor: Actor, departments: Iterable[str]) -> int:
    """Draw a few at random from the last 30 days; how many there were."""
    rows = list(
        db.rows(unit, DRAWABLE, departments=sorted(departments), since=unit.now - LATELY, account=actor.account_id)
    )
    if not rows:
        raise NothingToDraw(path="/desk/team", link=N_("Back to the team"))
    drawn = secrets.SystemRandom().sample(rows, min(AT_ONCE, len(rows)))
    for row in drawn:
        db.add(
            unit, RuleSample, id=new_id(), decision_id=row.id, case_id=row.case_id, department=row.department,
            drawn_by=actor.account_id, drawn_at=unit.now, verdict="", note=b"", looked_by=None, looked_at=None,
        )  # fmt: skip
    return len(drawn)


def newest(unit: Unit, departments: Iterable[str]) -> list[Sample]:
    """Those that nobody has looked at first."""
    return [_sample(unit, row) for row in db.rows(unit, NEWEST, departments=sorted(departments))]


def one(unit: Unit, departments: Iterable[str], sample_id: UUID) -> Sample:
    row = db.row(unit, ONE, departments=sorted(departments), sample=sample_id)
    if row is None:
        raise NotFound
    return _sample(unit, row)


def judge(unit: Unit, actor: Actor, sample: Sample, verdict: str, note: str) -> None:
    """Say whether the rule was right. What it decided stays until it is corrected."""
    if sample.verdict:
        raise LookedAt(path="/desk/team", link=N_("Back to the team"))
    table = db.table(RuleSample)
    db.change(
        unit,
        update(table)
        .where(table.c.id == sample.id, table.c.verdict == "")
        .values(
            verdict=verdict, looked_by=actor.account_id, looked_at=unit.now,
            note=vault.seal(unit, sample.case.id, RuleSample, "note", sample.id, note),
        ),
    )  # fmt: skip
    auditing.changed(unit, actor, case(unit, sample.case.id), "checked")


def _sample(unit: Unit, row: db.AnyRow) -> Sample:
    note = str(vault.unseal(unit, row.id, RuleSample, "note", row.sample_id, row.note)) if row.note else ""
    return Sample(
        row.sample_id, Brief._make(row[:CELLS]), row.decided, row.decided_at, row.drawn_at, row.verdict, note,
        row.looked_by, row.looked_at, row.by_rule, row.against,
    )  # fmt: skip

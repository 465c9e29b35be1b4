"""Which case was split off from which, and what belongs to it. Every SELECT of splitting stands here."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, exists, or_, select

from app.cases import contents, queries, vault
from app.cases.models import CaseStep
from app.cases.queries import Case
from app.cases.splitting.models import CaseSplit
from app.kit import blobs, db
from app.kit.db import Unit

P, S = db.table(CaseSplit).c, db.table(CaseStep).c
OFF = select(*P).where(P.case_id == bindparam("case"))
FROM = select(*P).where(P.first_id == bindparam("case")).order_by(P.at, P.case_id)
AMONG = select(P.case_id, P.first_id).where(
    or_(
        P.case_id.in_(bindparam("cases", expanding=True)),
        P.first_id.in_(bindparam("cases", expanding=True)),
    )
)
FOLLOWED = select(exists().where(S.case_id == bindparam("case"), S.at > bindparam("at")))


class Split(NamedTuple):
    case_id: UUID
    first_id: UUID
    at: datetime
    account_id: UUID | None
    reason: bytes
    messages: list[str]
    files: list[str]
    undone_at: datetime | None


def off(unit: Unit, case_id: UUID) -> Split | None:
    """How this case was split off from another."""
    row = db.row(unit, OFF, case=case_id)
    return Split._make(row) if row else None


def parted(unit: Unit, case_id: UUID) -> list[Split]:
    """What was split off from this case and still stands."""
    return [split for row in db.rows(unit, FROM, case=case_id) if (split := Split._make(row)).undone_at is None]


def pairs(unit: Unit, cases: Iterable[UUID]) -> set[frozenset[UUID]]:
    """Which of these were one: nobody sent them twice."""
    return {frozenset((row.case_id, row.first_id)) for row in db.rows(unit, AMONG, cases=sorted(cases))}


def reason(unit: Unit, split: Split) -> str:
    return str(vault.unseal(unit, split.first_id, CaseSplit, "reason", split.case_id, split.reason))


def untouched(unit: Unit, split: Split) -> bool:
    """Whether nothing was done with the second case since it was opened."""
    case = queries.case(unit, split.case_id)
    return case.closed_at is None and not db.value(unit, FOLLOWED, case=case.id, at=split.at)


def files(unit: Unit, split: Split) -> set[UUID]:
    """Those that were chosen, and those of messages that were chosen."""
    attached = contents.attached(unit, split.first_id)
    return {UUID(each) for each in split.files} | {
        blob for message in split.messages for blob in attached.get(UUID(message), ())
    }


def find(unit: Unit, case: Case, blob_id: UUID) -> tuple[blobs.File, Case] | None:
    """A file of a case, also one that came along from the first; and the case that keeps it."""
    own = blobs.find(unit, case.id, blob_id)
    if own is not None:
        return own, case
    split = off(unit, case.id)
    if split is None or blob_id not in files(unit, split):
        return None
    kept = blobs.find(unit, split.first_id, blob_id)
    return (kept, queries.case(unit, split.first_id)) if kept else None

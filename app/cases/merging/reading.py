"""Which case was merged into which. Every SELECT of merging stands here."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, or_, select

from app.cases import queries
from app.cases.merging.models import CaseMerger
from app.cases.queries import Case
from app.kit import db
from app.kit.db import Unit
from app.kit.errors import NotFound

MERGED = "merged"
"""The outcome of a case that goes on in another."""

M = db.table(CaseMerger).c
STANDING = select(*M).where(M.case_id == bindparam("case"), M.undone_at.is_(None))
INTO = select(*M).where(M.into_id == bindparam("case"), M.undone_at.is_(None)).order_by(M.id)
EVERY = select(*M).where(or_(M.case_id == bindparam("case"), M.into_id == bindparam("case"))).order_by(M.id)


class Merger(NamedTuple):
    id: UUID
    case_id: UUID
    into_id: UUID
    at: datetime
    account_id: UUID | None
    one_applicant: bool
    yours: bool
    stopped: bool
    undone_at: datetime | None


class Part(NamedTuple):
    """A case that goes on in another, and the merger by which it does."""

    case: Case
    merger: Merger


def standing(unit: Unit, case_id: UUID) -> Merger | None:
    """The merger by which this case goes on in another."""
    row = db.row(unit, STANDING, case=case_id)
    return Merger._make(row) if row else None


def into(unit: Unit, case_id: UUID) -> list[Merger]:
    """The mergers that put others into this case."""
    return [Merger._make(row) for row in db.rows(unit, INTO, case=case_id)]


def every(unit: Unit, case_id: UUID) -> list[Merger]:
    """All that this case was ever part of, in order, also those that were undone."""
    return [Merger._make(row) for row in db.rows(unit, EVERY, case=case_id)]


def one(unit: Unit, case: Case, merger_id: UUID) -> Merger:
    """A merger of this case, or NotFound."""
    for merger in every(unit, case.id):
        if merger.id == merger_id:
            return merger
    raise NotFound


def goes_on(unit: Unit, case: Case) -> Case | None:
    """The case in which this one goes on in the end; None for one that goes on by itself."""
    merger = standing(unit, case.id) if case.outcome == MERGED else None
    if merger is None:
        return None
    next_one = queries.case(unit, merger.into_id)
    return goes_on(unit, next_one) or next_one


def is_hers(unit: Unit, case_id: UUID) -> bool:
    """Whether who sent this case also sent the one in which it goes on."""
    merger = standing(unit, case_id)
    return merger is None or (merger.one_applicant and is_hers(unit, merger.into_id))


def parts(unit: Unit, case: Case, *, hers: bool = False) -> list[Part]:
    """All cases that go on in this one, by whatever way; `hers`: only those that the same person sent."""
    found: list[Part] = []
    for merger in into(unit, case.id):
        if merger.one_applicant or not hers:
            part = queries.case(unit, merger.case_id)
            found += [Part(part, merger), *parts(unit, part, hers=hers)]
    return found

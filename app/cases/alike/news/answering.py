"""She who has the address says yes, or stops it: about all reports for which it was left."""

from typing import NamedTuple

from sqlalchemy import update

from app import catalogue
from app.cases import queries as cases
from app.cases.alike import finding
from app.cases.alike.models import NewsWanted
from app.cases.alike.news import forgetting, queries, telling
from app.cases.alike.news.forgetting import LIFE
from app.cases.alike.news.queries import W
from app.kit import db
from app.kit.db import Unit


class Wanted(NamedTuple):
    """A report as everybody may read it. `proven`: she said yes to it."""

    report: finding.Alike
    proven: bool


def wanted(unit: Unit, address: bytes, locale: str) -> list[Wanted]:
    """What an address is asked about or told of."""
    return [
        Wanted(finding.read(unit, cases.case(unit, row.case_id), locale), row.proven_at is not None)
        for row in _rows(unit, address)
    ]


def agree(unit: Unit, address: bytes) -> None:
    """What ended meanwhile is told at once."""
    for row in _rows(unit, address):
        if row.proven_at is None:
            db.change(unit, update(db.table(NewsWanted)).where(W.id == row.id).values(proven_at=unit.now))
            case = cases.case(unit, row.case_id)
            if case.closed_at is not None:
                telling.tell(unit, case, catalogue.version(unit, case.version))


def stop(unit: Unit, address: bytes) -> None:
    """Of what she never agreed to a hash stays, so that she is not asked again."""
    for row in db.rows(unit, queries.OF_ADDRESS, address=address):
        (forgetting.silence if row.proven_at is None else forgetting.forget)(unit, row.id)


def _rows(unit: Unit, address: bytes) -> list[db.AnyRow]:
    rows = db.rows(unit, queries.OF_ADDRESS, address=address)
    return [row for row in rows if row.proven_at is not None or row.asked_at + LIFE > unit.now]

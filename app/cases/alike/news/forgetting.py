"""An address is forgotten: when its mail has left, when she said no or nothing, and when a case outlives its time."""

from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import delete, update

from app import catalogue, notifications
from app.cases import law
from app.cases.alike.models import NewsWanted
from app.cases.alike.news import queries
from app.cases.alike.news.queries import W
from app.kit import db, keys
from app.kit.db import Unit
from app.kit.durations import shift_day

LIFE, QUIET, MAIL = timedelta(days=3), timedelta(days=180), timedelta(days=7)
"""How long the button of the mail works; how long she who did not press it is sent no other, whoever types her address;
how long a mail server may be down."""


def forget(unit: Unit, wanted_id: UUID) -> None:
    """Nothing of it is left."""
    _unseal(unit, wanted_id)
    db.change(unit, delete(db.table(NewsWanted)).where(W.id == wanted_id))


def silence(unit: Unit, wanted_id: UUID) -> None:
    """Its address goes; a keyed hash of it stays for a while, so that nobody has her asked again."""
    _unseal(unit, wanted_id)
    db.change(unit, update(db.table(NewsWanted)).where(W.id == wanted_id).values(email=None))


def sweep(unit: Unit) -> None:
    for row in db.rows(unit, queries.UNANSWERED, until=unit.now - LIFE):
        silence(unit, row.id)
    for row in db.rows(unit, queries.TOLD):
        if row.told_at + MAIL <= unit.now or not notifications.is_leaving(unit, row.id):
            forget(unit, row.id)
    for row in [*db.rows(unit, queries.QUIET, until=unit.now - QUIET), *_too_long(unit)]:
        forget(unit, row.id)


def _too_long(unit: Unit) -> list[db.AnyRow]:
    found: list[db.AnyRow] = []
    for row in db.rows(unit, queries.VERSIONS):
        kept = catalogue.version(unit, row.version).retention or law.profile(unit).retention
        day = shift_day(law.today(unit), f"-{kept}")
        until = datetime.combine(day, time(), ZoneInfo(unit.town.zone))
        found += db.rows(unit, queries.TOO_LONG, version=row.version, until=until)
    return found


def _unseal(unit: Unit, wanted_id: UUID) -> None:
    notifications.clear(unit, wanted_id)
    keys.destroy(unit, wanted_id)

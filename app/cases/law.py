"""The town's legal profile and the clock of one case."""

from functools import lru_cache
from uuid import UUID

from sqlalchemy import bindparam, select

from app import catalogue
from app.cases.clock import LegalCalendar, LegalClock
from app.cases.clock import Pause as StandStill
from app.cases.models import Pause
from app.cases.profile import Profile
from app.kit import db
from app.kit.db import Unit

P = db.table(Pause).c
PAUSES = select(P.id, P.reason, P.since, P.until).where(P.case_id == bindparam("case")).order_by(P.id)


def profile(unit: Unit) -> Profile:
    """The legal profile that was imported; parsed once for each content version."""
    return _profile(unit.town.name, str(catalogue.content_version(unit)), _Raw(catalogue.profile(unit)))


def calendar(unit: Unit) -> LegalCalendar:
    return LegalCalendar.of(profile(unit))


def clock(unit: Unit, service: catalogue.Service) -> LegalClock | None:
    """The clock a service asks for; None where a day is agreed instead."""
    return LegalClock.of(profile(unit), service.clock)


def pauses(unit: Unit, case_id: UUID) -> list[StandStill]:
    return [StandStill(row.reason, row.since, row.until) for row in db.rows(unit, PAUSES, case=case_id)]


class _Raw(dict[str, object]):
    """Hashable by identity: the cache key is town and content version."""

    def __hash__(self) -> int:  # type: ignore[override]
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Raw)


@lru_cache(maxsize=64)
def _profile(town: str, version: str, raw: _Raw) -> Profile:
    return Profile.model_validate(dict(raw))

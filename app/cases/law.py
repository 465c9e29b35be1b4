"""The town's legal profile and the clock of one case."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from app import catalogue
from app.cases.clock import DaysOfLaw, LegalCalendar, LegalClock, Longer
from app.cases.clock import Outage as Down
from app.cases.clock import Pause as StandStill
from app.cases.models import Pause
from app.cases.profile import Profile
from app.cases.rights.models import Extension, Outage
from app.kit import db
from app.kit.db import Unit
from app.people import needing
from app.workflow import Term

P, E = db.table(Pause).c, db.table(Extension).c
PAUSES = select(P.id, P.reason, P.since, P.until).where(P.case_id == bindparam("case")).order_by(P.id)
EXTENSIONS = select(*E).where(E.case_id == bindparam("case")).order_by(E.id)

OUTAGES = select(*db.table(Outage).c).order_by(db.table(Outage).c.id)


def profile(unit: Unit) -> Profile:
    """The legal profile that was imported."""
    return catalogue.derived(unit, ("law.profile",), lambda: Profile.model_validate(dict(catalogue.profile(unit))))


def terms(unit: Unit, case: Any, since: datetime) -> Mapping[str, Term]:
    """The terms that the person of a case has, in a state that it came into then: longer ones where she told that she
    needs more time and the profile gives them."""
    plain, longer = profile(unit).terms, profile(unit).more_time
    whose = needing.Whose(case.person_id, case.account_id)
    if not longer or not needing.needed_since(unit, whose, needing.MORE_TIME, since):
        return plain
    return {**plain, **{str(name): term for name, term in longer.items()}}


def calendar(unit: Unit) -> LegalCalendar:
    return catalogue.derived(unit, ("law.calendar",), lambda: LegalCalendar.of(profile(unit)))


def days(unit: Unit, whose: str) -> DaysOfLaw:
    """The calendar for last days of the person or the office, with the outages that move them."""
    setting = profile(unit).outage
    moves = setting is not None and whose in setting.moves
    found = tuple(Down(row.since, row.until) for row in outages(unit)) if moves else ()
    return DaysOfLaw(calendar(unit), found, setting.adds if setting else profile(unit).correction, today(unit))


def last_to_prove(unit: Unit, received: datetime) -> date:
    """The last day on which somebody can show who sent a case."""
    return days(unit, "person").last_day(calendar(unit).day_of(received), profile(unit).prove)


def outages(unit: Unit) -> Sequence[Any]:
    """Every outage that was written down, in that order; also those that were corrected: a day once given stays."""
    if "law.outages" not in unit.known:
        unit.known["law.outages"] = db.rows(unit, OUTAGES)
    found: Sequence[Any] = unit.known["law.outages"]
    return found


def today(unit: Unit) -> date:
    """The civil day of this unit, in the town's zone."""
    if "law.today" not in unit.known:
        unit.known["law.today"] = calendar(unit).day_of(unit.now)
    found: date = unit.known["law.today"]
    return found


def is_free(unit: Unit, day: date) -> bool:
    """Whether nobody works on this day."""
    return calendar(unit).is_free(day)


def clock(unit: Unit, service: catalogue.Service) -> LegalClock | None:
    """The clock a service asks for; None where a day is agreed instead."""
    name = ("law.clock", service.version_id)
    return catalogue.derived(unit, name, lambda: LegalClock.of(profile(unit), service.clock))


def pauses(unit: Unit, case_id: UUID) -> list[StandStill]:
    return [StandStill(row.reason, row.since, row.until) for row in db.rows(unit, PAUSES, case=case_id)]


def longer(unit: Unit, case_id: UUID) -> list[Longer]:
    """When the time to decide was made longer, and by how much."""
    return [Longer(row.at, row.days) for row in extensions(unit, case_id)]


def extensions(unit: Unit, case_id: UUID) -> list[Any]:
    """The same as it was written down, with its reasons."""
    return list(db.rows(unit, EXTENSIONS, case=case_id))

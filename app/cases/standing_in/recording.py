"""An absence is recorded: who is away, from when to when, and who stands in. Never in a circle."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import update

from app import identity
from app.cases import law
from app.cases.standing_in import following, queries
from app.cases.standing_in.models import Absence, AbsenceTurn
from app.cases.standing_in.queries import Away
from app.kit import audit, db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, format_day, listed
from app.kit.ids import new_id
from app.kit.inputs import Invalid, Problem

LONGEST = timedelta(days=366)


def may_record(unit: Unit, actor: Actor) -> list[UUID]:
    """For whom this actor may: herself, and whoever works in a department that she leads."""
    team = [each.id for each in identity.colleagues(unit, actor.leads)] if actor.leads else []
    mine = [actor.account_id] if actor.account_id and actor.departments else []
    return list(dict.fromkeys([*mine, *team]))


def record(unit: Unit, actor: Actor, who: UUID, stand_in: UUID, first: date, last: date) -> UUID:
    """Record it; where it has begun already the cases follow at once."""
    if who not in may_record(unit, actor):
        raise NotFound
    _check_days(unit, first, last)
    _check_stand_in(unit, who, stand_in)
    _take_turn(unit)
    if queries.between(unit, who, first, last):
        raise Invalid({"first": Problem(N_("An absence is recorded for some of these days already. End it first."))})
    _check_circle(unit, actor.locale, who, stand_in, first, last)
    absence_id = new_id()
    db.add(
        unit, Absence, id=absence_id, account_id=who, stand_in=stand_in, first=first, last=last,
        recorded_by=actor.account_id, recorded_at=unit.now, ended_at=None,
    )  # fmt: skip
    audit.record(unit, actor, "absence_recorded", persons=(), subject=who)
    following.follow(unit)
    return absence_id


def uncovered(unit: Unit, absence: Away) -> list[str]:
    """The departments of who is away in which the stand-in does not work: cases of these have nobody meanwhile."""
    away, here = (identity.as_actor(unit, each).departments for each in (absence.account_id, absence.stand_in))
    return sorted(away - here)


def end(unit: Unit, actor: Actor, absence_id: UUID) -> None:
    """She is back, or does not go: what the stand-in still has comes back."""
    absence = queries.one(unit, absence_id)
    if absence is None or absence.account_id not in may_record(unit, actor):
        raise NotFound
    following.bring_back(unit, absence)
    audit.record(unit, actor, "absence_ended", persons=(), subject=absence.account_id)


def _take_turn(unit: Unit) -> None:
    """A circle is made of several rows, so those who record at once write one row: the later ones are tried again."""
    table = db.table(AbsenceTurn)
    if not db.change(unit, update(table).where(table.c.id == 1).values(at=unit.now)):
        db.add(unit, AbsenceTurn, id=1, at=unit.now)


def _check_days(unit: Unit, first: date, last: date) -> None:
    today = law.today(unit)
    if last < first:
        raise Invalid({"last": Problem(N_("The last day is before the first. Choose a later one."))})
    if last < today:
        raise Invalid({"last": Problem(N_("The last day is over. Choose today or a later day."))})
    if last - first > LONGEST or first - today > LONGEST:
        raise Invalid({"last": Problem(N_("Record at most one year, beginning within a year."))})


def _check_stand_in(unit: Unit, who: UUID, stand_in: UUID) -> None:
    if who == stand_in:
        raise Invalid({"stand_in": Problem(N_("Nobody stands in for themselves. Choose a colleague."))})
    departments = identity.as_actor(unit, who).departments
    if stand_in not in {each.id for each in identity.colleagues(unit, departments)}:
        raise Invalid({"stand_in": Problem(N_("Choose somebody who works in the same department now."))})


def _check_circle(unit: Unit, locale: str, who: UUID, stand_in: UUID, first: date, last: date) -> None:
    found = _circle(unit, who, [Away(new_id(), who, stand_in, first, last)])
    if found is None:
        return
    names = identity.account_names(unit, [away.account_id for away in found])
    said = {
        "names": listed((names.get(away.account_id, "") for away in found), locale),
        "first": format_day(found[-1].first, locale),
        "last": format_day(found[-1].last, locale),
    }
    words = N_("This would be a circle from %(first)s to %(last)s: %(names)s. Choose somebody who is here then.")
    raise Invalid({"stand_in": Problem(words, said)})


def _circle(unit: Unit, who: UUID, chain: Sequence[Away]) -> Sequence[Away] | None:
    """The absences, each inside the days of the one before, by which the cases would come back to who is away."""
    latest = chain[-1]
    for away in queries.between(unit, latest.stand_in, latest.first, latest.last):
        same_days = away._replace(first=max(away.first, latest.first), last=min(away.last, latest.last))
        if away.stand_in == who:
            return [*chain, same_days]
        if away.stand_in not in {each.account_id for each in chain} and (
            found := _circle(unit, who, [*chain, same_days])
        ):
            return found
    return None

"""The end of a mandate: either side at any moment, a clerk, its last day, or the eighteenth birthday."""

from datetime import date
from uuid import UUID

from sqlalchemy import update

from app.identity.mandating import giving, reading
from app.identity.mandating.events import MandateEnded, MandateEnding
from app.identity.mandating.models import Mandate
from app.identity.mandating.reading import Held
from app.kit import audit, db, events
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.durations import shift_day
from app.kit.errors import NotFound

GIVER, HELPER, DECLINED, CLERK, OVER, AGE = "giver", "helper", "declined", "clerk", "over", "age"
OF_AGE = "P18Y"


def own(unit: Unit, actor: Actor, mandate_id: UUID) -> tuple[Held, str]:
    """A mandate that this actor may end, and which side she is; or as if it were not there."""
    held = reading.one(unit, mandate_id)
    if held is None or held.ended_at is not None:
        raise NotFound
    if actor.person_id == held.person_id:
        return held, GIVER
    if giving.is_for(unit, actor, held):
        return held, HELPER if held.accepted_at else DECLINED
    raise NotFound


def end(unit: Unit, actor: Actor, mandate_id: UUID) -> None:
    """By one of the two, from the next request on."""
    held, side = own(unit, actor, mandate_id)
    close(unit, actor, held, side)


def by_clerk(unit: Unit, clerk: Actor, person_id: UUID, mandate_id: UUID) -> None:
    held = reading.one(unit, mandate_id)
    if held is None or held.person_id != person_id or held.ended_at is not None:
        raise NotFound
    close(unit, clerk, held, CLERK)


def sweep(unit: Unit) -> int:
    """Those whose last day has gone: nobody could use them since, now both sides hear of it. And of those whose last
    day comes near, once."""
    for mandate_id, person_id in reading.near(unit):
        table = db.table(Mandate)
        db.change(unit, update(table).where(table.c.id == mandate_id).values(warned_at=unit.now))
        events.record(unit, MandateEnding(person_id, mandate_id))
    ids = reading.over(unit)
    for mandate_id in ids:
        held = reading.one(unit, mandate_id)
        if held is not None:
            close(unit, Actor.system("its last day"), held, AGE if held.kind == giving.GUARDIAN else OVER)
    return len(ids)


def close(unit: Unit, by: Actor, held: Held, why: str) -> None:
    """Two at once: the second finds nothing to end."""
    table = db.table(Mandate)
    mine = (table.c.id == held.id) & table.c.ended_at.is_(None)
    if db.change(unit, update(table).where(mine).values(ended_at=unit.now, ended=why, standing=None)) != 1:
        raise NotFound
    audit.record(unit, by, "mandate_ended", persons=(held.person_id,), subject=held.person_id)
    events.record(unit, MandateEnded(held.person_id, held.id, why))


def last_day_of_minority(born: date) -> date:
    """The day before she is eighteen."""
    return date.fromordinal(shift_day(born, OF_AGE).toordinal() - 1)

"""Cases follow to the stand-in while somebody is away, and come back. Timers are the case's own: they come with it."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import update

from app import identity
from app.cases import assigning, auditing, law
from app.cases.events import CasesLeft
from app.cases.queries import Case, locked
from app.cases.rights import appealing
from app.cases.standing_in import queries
from app.cases.standing_in.models import Absence, AbsenceCase
from app.cases.standing_in.queries import Away
from app.kit import db, events
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.ids import new_id
from app.kit.schedules import Tick

EVERY = timedelta(minutes=15)
SYSTEM = Actor.system("absence")


def begun(unit: Unit) -> list[Away]:
    """Who is away today."""
    return queries.now(unit, law.today(unit))


def stood_in_for(unit: Unit, account: UUID) -> list[UUID]:
    """Who is away today and has this account as stand-in, herself or through another who is away."""
    away = {absence.account_id: absence for absence in begun(unit)}
    return [who for who, absence in away.items() if _present(away, absence.stand_in) == account != who]


def tick(unit: Unit, slot: Tick) -> None:
    """Absences begin and end by themselves, and what was given to somebody who is away follows too."""
    for over in queries.past(unit, law.today(unit)):
        bring_back(unit, over)
    follow(unit)


def follow(unit: Unit) -> None:
    """Give what somebody who is away has to whoever stands in today. Where the stand-in does not work in a case's
    department, or decided what it appeals against, nobody has it, and who leads the department hears of it."""
    away = {absence.account_id: absence for absence in begun(unit)}
    for absence in away.values():
        present = _present(away, absence.stand_in)
        if present is None or present == absence.account_id:
            continue
        departments = identity.as_actor(unit, present).departments
        left = set()
        for case in queries.held(unit, absence.account_id):
            here = case.department in departments and not appealing.took_part(unit, case, present)
            if _give(unit, absence, case, present if here else None) and not here:
                left.add(case.department)
        for department in sorted(left):
            events.record(unit, CasesLeft(absence.id, absence.account_id, department))


def bring_back(unit: Unit, absence: Away) -> None:
    """The absence is over: what nobody decided otherwise about comes back."""
    table = db.table(Absence)
    db.change(unit, update(table).where(table.c.id == absence.id).values(ended_at=unit.now))
    departments = identity.as_actor(unit, absence.account_id).departments
    for row in queries.given(unit, absence.id):
        case = locked(unit, row.case_id)
        holder = _holder(unit, row)
        if case.closed_at is None and case.assignee == holder and case.department in departments:
            assigning.give(unit, case, SYSTEM, absence.account_id, "came_back")
            auditing.changed(unit, SYSTEM, case, "assigned")
    follow(unit)


def _present(away: dict[UUID, Away], who: UUID) -> UUID | None:
    """Who stands in today, when the stand-in is away as well; None when everybody is."""
    seen = set()
    while who in away:
        if who in seen:
            return None
        seen.add(who)
        who = away[who].stand_in
    return who


def _give(unit: Unit, absence: Away, case: Case, to: UUID | None) -> bool:
    """Whether it went on; `to` None: to nobody."""
    held = locked(unit, case.id)
    if held.closed_at is not None or held.assignee != absence.account_id:
        return False
    db.add(
        unit, AbsenceCase, id=new_id(), absence_id=absence.id, case_id=held.id, had=absence.account_id, given_to=to,
        at=unit.now, over_at=None,
    )  # fmt: skip
    assigning.give(unit, held, SYSTEM, to, "stood_in" if to else "left")
    auditing.changed(unit, SYSTEM, held, "assigned")
    return True


def _holder(unit: Unit, row: db.AnyRow) -> UUID | None:
    """Who should have a case now: the stand-in, or whoever stands in for her, or nobody. With that this way of it is
    over."""
    table = db.table(AbsenceCase)
    holder, latest = row.given_to, row
    done = [row.id]
    while holder and (onward := queries.further(unit, row.case_id, holder, latest.id)) is not None:
        holder, latest = onward.given_to, onward
        done.append(onward.id)
    db.change(unit, update(table).where(table.c.id.in_(done)).values(over_at=unit.now))
    found: UUID | None = holder
    return found

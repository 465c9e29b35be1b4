"""What a person may do in her case by herself, done by staff at her word: her request is taken back, an appeal is
begun. The same rules, and the actor carries the channel by which she said it."""

from datetime import date
from uuid import UUID

from app.cases import addressees, auditing, messaging, queries, withdrawing
from app.cases.counter import opening
from app.cases.queries import Case
from app.cases.rights import appealing
from app.cases.rights.confidence import OF_CASE
from app.cases.rights.models import Appeal
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_
from app.kit.ids import new_id

BACK = N_("Back to the case")
ANY_DAY = date.min
"""Is never too late."""


def insist_open(unit: Unit, case: Case) -> None:
    """TooLate, where it can no longer be taken back."""
    if withdrawing.withdrawal(unit, case) is None:
        raise withdrawing.TooLate(path=f"/desk/cases/{case.reference}", link=BACK)


def take_back(unit: Unit, case: Case, by: Actor, reason: str) -> Case:
    """For good. Her reason, if she gives one, stands among the messages in her name."""
    held = queries.locked(unit, case.id)
    insist_open(unit, held)
    if reason:
        messaging.write(unit, held, by, addressees.person_name(unit, held), reason, ours=False)
    auditing.changed(unit, by, held, "took_back")
    return withdrawing.withdraw(unit, held, by)


def insist_appeal(unit: Unit, case: Case, locale: str, on: date | None = None) -> date:
    """The last day to appeal, or NoAppeal. `on`: the day that counts, where it is not today."""
    try:
        return appealing.insist(unit, case, locale, on)
    except appealing.NoAppeal as problem:
        here = f"/desk/cases/{case.reference}"
        raise appealing.NoAppeal(problem.words, problem.values, path=here, link=BACK) from None


def begin_appeal(unit: Unit, case: Case, by: Actor, known: str) -> UUID:
    """A form for her appeal in this clerk's hands, in her language; one that is in them already is found
    again, if it came by the same way. A letter may have come in before the last day: when it did is asked for with the
    answers, and counts."""
    insist_appeal(unit, case, by.locale, ANY_DAY if by.via == "post" else None)
    offered = appealing.service(unit)
    assert offered is not None
    for each in opening.in_hand(unit, by):
        if each.draft.via == by.via and db.value(unit, OF_CASE, case=each.draft.id) == case.id:
            found: UUID = each.draft.id
            return found
    draft_id = new_id()
    db.add(unit, Appeal, id=draft_id, first_id=case.id, at=unit.now)
    whom = opening.Whom(addressees.person_name(unit, case), known, case.person_id)
    if case.person_id is None:
        auditing.changed(unit, by, case, "filling_in")
    return opening.begin(unit, by, offered, whom, by.via, case.locale, draft_id)


def ways(unit: Unit, case: Case) -> tuple[str, ...]:
    """What she may have done now: "withdrawal", "appeal"."""
    found = ["withdrawal"] if withdrawing.withdrawal(unit, case) is not None else []
    try:
        appealing.insist(unit, case, on=ANY_DAY)
    except appealing.NoAppeal:
        return tuple(found)
    return *found, "appeal"

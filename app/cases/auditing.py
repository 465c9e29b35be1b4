"""What staff do with a case is written down: no log, no look."""

from uuid import UUID

from app.cases import messaging
from app.cases.queries import Case
from app.kit import audit
from app.kit.actor import Actor
from app.kit.db import Unit


def look(unit: Unit, actor: Actor, case: Case) -> None:
    """Have the look at this case written down before the page is shown."""
    audit.look_first(unit, actor, case.id, _persons(case), purpose(case), department=case.department)


def changed(unit: Unit, actor: Actor, case: Case, action: str, *, told_later: bool = False, why: str = "") -> None:
    """Write a change down. What the person is told later she also reads later among the changes. `why`: another purpose
    than the case itself."""
    audit.record(
        unit, actor, action, case_id=case.id, persons=_persons(case), purpose=why or purpose(case),
        department=case.department, shown_from=messaging.told_from(unit) if told_later else None,
    )  # fmt: skip


def purpose(case: Case) -> str:
    """Why somebody looks: the service and the reference."""
    return f"{case.service} {case.reference}"


def _persons(case: Case) -> tuple[UUID, ...]:
    """Whose data it is: the person's, or the account's while nobody knows which person that is."""
    whose = case.person_id or case.account_id
    return (whose,) if whose else ()

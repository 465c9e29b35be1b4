"""Who may be at the desk, and what is written down of it: no log, no look."""

from uuid import UUID

from starlette.requests import Request

from app import cases, identity
from app.cases import Case
from app.kit import audit
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound


def staff(request: Request) -> Actor:
    """The member of staff who asks; for everybody else the desk is not there."""
    actor: Actor = request.state.actor
    if not actor.is_staff:
        raise NotFound
    return actor


def open_case(request: Request, unit: Unit) -> tuple[Actor, Case]:
    """The case of a request, if it is one of this actor's departments: another's and an unknown one read alike."""
    actor = staff(request)
    return actor, cases.desk_case(unit, actor, request.path_params["reference"])


def look(unit: Unit, actor: Actor, case: Case) -> None:
    """Have the look at this case written down before the page is shown."""
    audit.look_first(unit, actor, case.id, _persons(case), purpose(case), department=case.department)


def changed(unit: Unit, actor: Actor, case: Case, action: str, *, told_later: bool = False) -> None:
    """Write a change down. What the person is told later she also reads later among the changes."""
    audit.record(
        unit, actor, action, case_id=case.id, persons=_persons(case), purpose=purpose(case),
        department=case.department, shown_from=cases.told_from(unit) if told_later else None,
    )  # fmt: skip


def purpose(case: Case) -> str:
    """Why somebody looks: the service and the reference."""
    return f"{case.service} {case.reference}"


def signature(unit: Unit, actor: Actor) -> str:
    """Messages and decisions name the clerk; the office is added where they are read."""
    contact = identity.contact(unit, actor.account_id) if actor.account_id else None
    return contact.name if contact else ""


def _persons(case: Case) -> tuple[UUID, ...]:
    """Whose data it is: the person's, or the account's while nobody knows which person that is."""
    whose = case.person_id or case.account_id
    return (whose,) if whose else ()

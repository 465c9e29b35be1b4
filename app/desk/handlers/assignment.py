"""Who works on a case."""

from uuid import UUID

from starlette.requests import Request

from app import cases, identity
from app.cases import lawful
from app.desk import entering
from app.desk.wanted import Address
from app.kit.db import Unit
from app.kit.i18n import N_
from app.kit.inputs import Form, Invalid, Problem, text
from app.kit.pages import See


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    clerk = _clerk(unit, form, case.department)
    if lawful.took_part(unit, case, clerk):
        words = N_("This colleague decided or examined the first case. Choose somebody else for the appeal.")
        raise Invalid({"assignee": Problem(words)})
    words = text(form, "words", most=5000)
    if case.closed_at is None and clerk != case.assignee:
        if words:
            cases.queues.hand_over(unit, case, actor, clerk, entering.signature(unit, actor), words)
        else:
            cases.assign(unit, case, actor, clerk)
        cases.changed(unit, actor, case, "assigned")
    elif words:
        raise Invalid({"assignee": Problem(N_("Choose who has the case next, or write a note for colleagues."))})
    return See(Address.of(request).path(case.reference), said="assigned")


def _clerk(unit: Unit, form: Form, department: str) -> UUID | None:
    """Somebody of the department, or nobody."""
    chosen = text(form, "assignee", most=60)
    known = {str(each.id): each.id for each in identity.colleagues(unit, [department])}
    if chosen and chosen not in known:
        raise Invalid({"assignee": Problem(N_("Choose a clerk of this department."))})
    return known.get(chosen)

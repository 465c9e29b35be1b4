"""Notes for colleagues."""

from starlette.requests import Request

from app import cases
from app.desk import entering
from app.desk.wanted import Address
from app.kit.db import Unit
from app.kit.i18n import N_
from app.kit.inputs import Form, text
from app.kit.pages import See


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    body = text(form, "note", required=N_("Write the note."), most=5000)
    cases.note(unit, case, actor, entering.signature(unit, actor), body)
    cases.changed(unit, actor, case, "noted")
    return See(Address.of(request).path(case.reference), said="noted")

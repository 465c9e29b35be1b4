"""Notes for colleagues."""

from starlette.requests import Request

from app import cases, identity
from app.cases.together import mentions
from app.desk import entering
from app.desk.wanted import Address
from app.kit.db import Unit
from app.kit.i18n import N_
from app.kit.inputs import Form, text
from app.kit.pages import See


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    body = text(form, "note", required=N_("Write the note."), most=5000)
    note_id = cases.note(unit, case, actor, entering.signature(unit, actor), body)
    team = {each.id: each.name for each in identity.colleagues(unit, [case.department])}
    mentions.tell(unit, actor, case, note_id, mentions.named(body, team))
    cases.changed(unit, actor, case, "noted")
    return See(Address.of(request).path(case.reference), said="noted")

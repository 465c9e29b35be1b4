"""Writing to the person."""

from starlette.requests import Request

from app import cases
from app.desk import entering
from app.desk.wanted import Address
from app.kit.db import Unit
from app.kit.i18n import N_
from app.kit.inputs import Form, Invalid, Problem, text
from app.kit.pages import See

ACCEPTED = ("application/pdf", "image/jpeg", "image/png")


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    files = tuple(form.files.get("files", ()))
    if any(file.type not in ACCEPTED for file in files):
        raise Invalid({"files": Problem(N_("Send PDF, JPG or PNG files. This one is of another kind."))})
    body = text(form, "text", required="" if files else N_("Write your message, or add a file."), most=5000)
    cases.write(unit, case, actor, entering.signature(unit, actor), body, files, ours=True)
    cases.changed(unit, actor, case, "wrote", told_later=True)
    return See(Address.of(request).path(case.reference), said="message")

"""Writing to the office."""

from starlette.requests import Request

from app.cases import addressees, messaging, queries
from app.cases.helping import naming, reaching
from app.kit.db import Unit
from app.kit.i18n import N_
from app.kit.inputs import Form, Invalid, Problem, text
from app.kit.pages import See

ACCEPTED = ("application/pdf", "image/jpeg", "image/png")


def create(request: Request, form: Form, unit: Unit) -> See:
    actor = request.state.actor
    case = queries.own_case(unit, actor, request.path_params["reference"])
    messaging.insist_read(unit, case)
    files = tuple(form.files.get("files", ()))
    if any(file.type not in ACCEPTED for file in files):
        raise Invalid({"files": Problem(N_("Send PDF, JPG or PNG files. This one is of another kind."))})
    required = "" if files else N_("Write your message, or add a file.")
    body = text(form, "text", required=required, most=5000)
    actor = reaching.acting(unit, actor)
    who = naming.signature(unit, actor, addressees.person_name(unit, case))
    messaging.write(unit, case, actor, who, body, files, ours=False)
    return See(f"/cases/{case.reference}", said="message")

"""Cases that belong together: shown, linked, and parted again."""

from starlette.requests import Request

from app import cases
from app.cases.together import related
from app.desk import entering
from app.desk.queues import working
from app.desk.queues.together_pages import RelatedPage
from app.desk.wanted import Address
from app.kit.db import Unit
from app.kit.i18n import N_
from app.kit.inputs import Again, Form, text
from app.kit.pages import Page, See
from app.kit.views import again_errors


def index(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, case = entering.open_case(request, unit)
    cases.look(unit, actor, case)
    address = Address.of(request)
    twin = working.twin(unit, actor, case)
    return RelatedPage(
        reference=case.reference,
        case_url=address.case(case.reference),
        heading=working.heading(unit, case, address.locale),
        twin=twin,
        twin_url=address.case(twin) if twin else "",
        lines=working.related(unit, actor, case, address),
        action_url=address.case(case.reference, "/related"),
        typed=again.form.get("other") if again else "",
        errors=again_errors(again, address.locale),
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    """Link another case, or part one that was linked."""
    actor, case = entering.open_case(request, unit)
    there = Address.of(request).path(case.reference, "/related")
    if parted := text(form, "part", most=60):
        related.unlink(unit, actor, case, parted)
        return See(there, said="case_parted")
    needed = N_("Write the reference of the other case.")
    related.link(unit, actor, case, text(form, "other", required=needed, most=60))
    return See(there, said="case_linked")

"""Whoever sent a case without proof of who she is shows it at the window."""

from starlette.requests import Request

from app import cases
from app.cases import at_her_word
from app.desk import entering, person
from app.desk.handlers.case import heading
from app.desk.lawful_pages import ProofPage
from app.desk.pages import Option
from app.desk.wanted import Address
from app.identity import linked
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, one_of
from app.kit.pages import Page, See
from app.kit.views import again_errors


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, case = entering.open_case(request, unit)
    address = Address.of(request)
    if not at_her_word.waits(case):
        raise at_her_word.Proven(path=f"/desk/cases/{case.reference}", link=N_("Back to the case"))
    cases.look(unit, actor, case)
    shown = cases.on_desk(unit, case, address.locale, str)
    return ProofPage(
        reference=case.reference,
        heading=heading(shown, address.locale),
        case_url=address.case(case.reference),
        action_url=address.case(case.reference, "/proof"),
        wrote=person.wrote(shown, address.locale),
        options=[Option(kind, translate(address.locale, words)) for kind, words in linked.SEEN.items()],
        seen=again.form.get("seen") if again else "",
        errors=again_errors(again, address.locale),
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    seen = one_of(form, "seen", tuple(linked.SEEN), required=linked.SAY)
    begun = at_her_word.at_window(unit, case, actor)
    if begun is not None:
        cases.changed(unit, actor, begun, "proven", why=f"seen:{seen}")
    return See(Address.of(request).path(case.reference), said="proven")

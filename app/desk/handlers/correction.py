"""Correcting what the person was told: the decision, or a message. The old words stay and are marked."""

from starlette.requests import Request

from app import cases
from app.cases import Case, Way, lawful
from app.desk import entering
from app.desk.handlers import step
from app.desk.handlers.case import heading
from app.desk.lawful_pages import CorrectionPage
from app.desk.wanted import Address
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, text
from app.kit.pages import Page, See
from app.kit.views import again_errors


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, case = entering.open_case(request, unit)
    address = Address.of(request)
    way = _way(unit, actor, case, address.locale, request.path_params["transition"])
    cases.look(unit, actor, case)
    lead = translate(address.locale, N_("It replaces the decision that the person knows; that one stays, marked."))
    return step.page(unit, case, way, address, again, f"/correction/{way.id}", lead)


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    address, transition = Address.of(request), request.path_params["transition"]
    if transition in cases.pressed(unit, actor, case):
        return See(address.path(case.reference))
    way = _way(unit, actor, case, address.locale, transition)
    grounds = step.read(unit, case, way, form, address.locale)
    lawful.correct(unit, actor, case, way.id, grounds, entering.signature(unit, actor))
    cases.changed(unit, actor, case, "corrected", told_later=True)
    return See(address.path(case.reference), said="corrected")


def new_message(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, case = entering.open_case(request, unit)
    row = lawful.message(unit, case, request.path_params["message"])
    if not lawful.correctable_message(unit, case, row):
        raise lawful.NoMessage(path=f"/desk/cases/{case.reference}", link=N_("Back to the case"))
    cases.look(unit, actor, case)
    address = Address.of(request)
    shown = cases.on_desk(unit, case, address.locale, str)
    before = next(each for each in shown.messages if each.id == f"message-{row.id}")
    return CorrectionPage(
        reference=case.reference,
        heading=heading(shown, address.locale),
        case_url=address.case(case.reference),
        action_url=address.case(case.reference, f"/messages/{row.id}/correction"),
        text=again.form.get("text") if again else "\n".join(before.paragraphs),
        errors=again_errors(again, address.locale),
    )


def create_message(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    row = lawful.message(unit, case, request.path_params["message"])
    body = text(form, "text", required=N_("Write what is right."), most=5000)
    who = entering.signature(unit, actor)
    lawful.correct_message(unit, actor, case, row.id, who, body)
    cases.changed(unit, actor, case, "wrote", told_later=True)
    return See(Address.of(request).path(case.reference), said="corrected")


def _way(unit: Unit, actor: Actor, case: Case, locale: str, transition: str) -> Way:
    for way in lawful.corrections(unit, actor, case, locale):
        if way.id == transition:
            return way
    if case.closed_at is None or not case.outcome:
        raise lawful.NothingToCorrect(path=f"/desk/cases/{case.reference}", link=N_("Back to the case"))
    lawful.insist_told(unit, actor, case)
    raise lawful.NoCorrection(path=f"/desk/cases/{case.reference}", link=N_("Back to the case"))

"""Trying again what was mended: one press says whether it works now."""

from datetime import timedelta

from starlette.requests import Request

from app import cases
from app.cases import Case
from app.codesign import statements, triaging, trying
from app.codesign.pages import Trial
from app.kit import guard
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Form, one_of
from app.kit.pages import Page, See

CODE = 40
MOST, WITHIN = 60, timedelta(hours=1)
OUTCOMES = {
    trying.WORKED: N_("Thank you. We are glad that it works now."),
    trying.REOPENED: N_("Thank you. We go on working on it, and tell you when it is mended."),
}


def show(request: Request, unit: Unit) -> Page:
    locale, code = request.path_params["locale"], request.query_params.get("code", "")[:CODE]
    case = _case(request, unit, code)
    barrier = triaging.of(unit, case)
    return Trial(
        reference=case.reference,
        component=statements.component(barrier.component, locale),
        release=barrier.release,
        page=str(cases.current(unit, case.id).get("page") or ""),
        asks=case.state == trying.TRYING,
        outcome=translate(locale, OUTCOMES.get(case.state, N_("There is nothing to try at the moment."))),
        code=code,
        action_url=f"/{locale}{trying.path(case.reference)}",
        case_url=f"/{locale}/cases/{case.reference}",
    )


def count(request: Request, form: Form) -> None:
    guard.limit(request.state.town, "trial", guard.client(request), MOST, WITHIN)


def create(request: Request, form: Form, unit: Unit) -> See:
    code = form.get("code")[:CODE]
    case = _case(request, unit, code)
    said = one_of(form, "answer", (trying.WORKS, trying.STILL), required=N_("Press one of the two buttons."))
    trying.answer(unit, case, request.state.actor, said)
    return See(trying.path(case.reference) + (f"?code={code}" if code else ""))


def _case(request: Request, unit: Unit, code: str) -> Case:
    return trying.asked(unit, request.state.actor, request.path_params["reference"], code)

"""Appealing against what was decided: what it is, until when, and the way to its form."""

from starlette.requests import Request

from app import identity
from app.cases import queries
from app.cases.helping import reaching
from app.cases.pages import AppealPage
from app.cases.rights import appealing
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Form
from app.kit.pages import Page, See
from app.kit.views import day


def new(request: Request, unit: Unit) -> Page:
    locale = request.path_params["locale"]
    case = queries.own_case(unit, request.state.actor, request.path_params["reference"])
    last = appealing.insist(unit, case, locale)
    happens = (
        N_("Somebody else decides: nobody who decided or examined your case."),
        N_("It is free, and you need no lawyer."),
        N_("The file of your case goes along. You need not send anything again."),
        N_("The first decision counts until the appeal is decided."),
    )
    return AppealPage(
        reference=case.reference,
        case_url=f"/{locale}/cases/{case.reference}",
        action_url=f"/{locale}/cases/{case.reference}/appeal",
        last=day(last, locale),
        what_happens=tuple(translate(locale, words) for words in happens),
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    case = queries.own_case(unit, request.state.actor, request.path_params["reference"])
    actor = reaching.acting(unit, identity.with_session(request, unit))
    return See(f"/drafts/{appealing.begin(unit, actor, case)}")

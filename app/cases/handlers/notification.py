"""A served notification: what opening means, and the press that opens or refuses it."""

from starlette.requests import Request

from app.cases import queries
from app.cases.pages import Notification
from app.cases.rights import alerting, opening, serving
from app.cases.views import served
from app.kit.db import Unit
from app.kit.inputs import Form
from app.kit.pages import Answer, See
from app.kit.views import day, moment

REFUSE = "refuse"


def show(request: Request, unit: Unit) -> Answer:
    locale = request.path_params["locale"]
    case = queries.own_case(unit, request.state.actor, request.path_params["reference"])
    row = serving.one(unit, case.id, request.path_params["notification"])
    if row.state in serving.READ:
        return See(f"/cases/{case.reference}/documents/{row.document_id}")
    return Notification(
        reference=case.reference,
        case_url=f"/{locale}/cases/{case.reference}",
        action_url=f"/{locale}/cases/{case.reference}/notifications/{row.id}",
        since=moment(row.at, locale, unit.town.zone),
        until=day(row.until, locale) if row.until else None,
        settled="" if row.state == serving.AVAILABLE else served.line(unit, row, locale),
        means=alerting.meaning(row, locale),
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor = request.state.actor
    case = queries.own_case(unit, actor, request.path_params["reference"])
    row = serving.one(unit, case.id, request.path_params["notification"])
    if form.get("then") == REFUSE:
        opening.answer(unit, actor, case, row, serving.REFUSED)
        return See(f"/cases/{case.reference}", said="refused")
    opening.answer(unit, actor, case, row, serving.OPENED)
    return See(f"/cases/{case.reference}/documents/{row.document_id}", said="opened")

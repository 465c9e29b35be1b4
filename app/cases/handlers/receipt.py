"""The receipt, for whoever the case belongs to."""

from starlette.requests import Request

from app import identity
from app.cases import queries
from app.cases.easing import asking
from app.cases.views.receipt import receipt
from app.kit.db import Unit
from app.kit.pages import Page


def show(request: Request, unit: Unit) -> Page:
    locale, actor = request.path_params["locale"], request.state.actor
    case = queries.own_case(unit, actor, request.path_params["reference"])
    easy = asking.path(unit, case, asking.APPLYING)
    return receipt(unit, case, locale, offers_passkey=identity.offers_passkey(unit, actor), easy_path=easy)

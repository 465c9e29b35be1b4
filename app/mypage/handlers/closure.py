"""Closing my account: first what stays and what goes, then once and for all."""

from starlette.requests import Request

from app import cases, identity
from app.kit import views
from app.kit.db import Unit
from app.kit.edge import open_session
from app.kit.errors import NotFound
from app.kit.inputs import Form
from app.kit.pages import Page, See
from app.mypage.pages import Closure


def show(request: Request, unit: Unit) -> Page:
    locale, actor = request.path_params["locale"], request.state.actor
    contact = identity.contact(unit, actor.account_id)
    if contact is None:
        raise NotFound
    until = identity.closing.proven(unit, actor)
    return Closure(
        works=identity.closing.works_here(unit, actor.account_id),
        email=contact.email,
        running=len(cases.own_cases(unit, actor, closed=False)),
        drafts=len(cases.draft_lines(unit, actor, locale)),
        mandates=[identity.mandates.sentence(unit, held, locale) for held in identity.closing.mandates(unit, actor)],
        days=identity.closing.days(unit),
        proven=views.moment(until, locale, unit.town.zone) if until else None,
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    identity.closing.close(unit, request.state.actor)
    open_session(request, "")
    return See("/sign-in", said="account_closed")

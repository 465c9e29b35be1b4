"""Saved views: all of them, a new one, and one that goes."""

from starlette.requests import Request

from app.desk.entering import staff
from app.desk.queues import saved, viewing
from app.desk.queues.view_pages import ViewRemovalPage
from app.desk.wanted import Address
from app.kit.db import Unit
from app.kit.i18n import N_
from app.kit.inputs import Again, Form, Invalid, Problem, text
from app.kit.pages import Page, See


def index(request: Request, unit: Unit, again: Again | None = None) -> Page:
    return viewing.page(unit, staff(request), Address.of(request), again)


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, address = staff(request), Address.of(request).page()
    name = text(form, "name", required=N_("Give the view a name."), most=60)
    share = text(form, "share", most=60)
    if share and share not in actor.leads:
        raise Invalid({"share": Problem(N_("Choose who may use it."))})
    saved.keep(unit, actor, name, address.query, share)
    return See("/desk/views", said="view_saved")


def removal(request: Request, unit: Unit) -> Page:
    actor, locale = staff(request), request.path_params["locale"]
    view = saved.one(unit, actor, request.path_params["view"])
    return ViewRemovalPage(
        name=view.name,
        shared=viewing.shared_with(unit, view.department, locale),
        action_url=f"/{locale}/desk/views/{view.id}/removal",
        back_url=f"/{locale}/desk/views",
    )


def remove(request: Request, form: Form, unit: Unit) -> See:
    saved.remove(unit, saved.one(unit, staff(request), request.path_params["view"]))
    return See("/desk/views", said="view_removed")

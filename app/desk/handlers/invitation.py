"""Inviting somebody to work here; sending it again, and taking it back."""

from starlette.requests import Request

from app.desk import staff_roles
from app.desk.handlers.staff import LIST
from app.desk.pages import Option
from app.desk.staff_pages import InvitationPage
from app.identity import staff as staffing
from app.kit.db import Unit
from app.kit.i18n import N_, language_name
from app.kit.inputs import Again, Form, Invalid, Problem, email, one_of, text
from app.kit.pages import Page, See
from app.kit.views import again_errors

NAME = N_("Enter the name that stands under messages and decisions.")


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    staff_roles.administrator(request)
    locale, form = request.path_params["locale"], again.form if again else Form()
    return InvitationPage(
        errors=again_errors(again, locale),
        name=form.get("name"),
        email=form.get("email"),
        languages=[Option(each, language_name(each, locale)) for each in unit.town.locales],
        language=form.get("language") or locale,
        meanings=staff_roles.meanings(locale),
        offices=staff_roles.offices(unit, staff_roles.ticked(unit, form, locale), locale),
        action_url=f"/{locale}{LIST}/invitations",
        staff_url=f"/{locale}{LIST}",
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor = staff_roles.administrator(request)
    name = text(form, "name", required=NAME, most=100)
    address = email(form, required=N_("Enter the e-mail address of the person you invite."))
    language = one_of(form, "language", unit.town.locales, required=N_("Choose a language."))
    roles = staff_roles.read(unit, form, request.path_params["locale"])
    try:
        staffing.invite(unit, actor, address, name, language, roles)
    except (staffing.WorksHere, staffing.InvitedAlready) as refused:
        raise Invalid({"email": Problem(refused.words)}) from refused
    return See(LIST, said="invited")


def renew(request: Request, form: Form, unit: Unit) -> See:
    actor = staff_roles.administrator(request)
    staffing.renew(unit, actor, request.path_params["invitation"])
    return See(LIST, said="invited")


def revoke(request: Request, form: Form, unit: Unit) -> See:
    actor = staff_roles.administrator(request)
    staffing.revoke(unit, actor, request.path_params["invitation"])
    return See(LIST, said="invitation_revoked")

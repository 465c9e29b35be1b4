"""One member of staff: what she is where, and a new passkey for her."""

from starlette.requests import Request

from app import catalogue
from app.cases import workload
from app.desk import staff_roles
from app.desk.handlers import invitation
from app.desk.handlers.staff import LIST
from app.desk.staff_pages import ColleaguePage
from app.identity import staff as staffing
from app.kit import views
from app.kit.actor import Role
from app.kit.db import Unit
from app.kit.i18n import N_, translate, translate_many
from app.kit.inputs import Again, Form, text
from app.kit.pages import Page, See
from app.kit.views import again_errors

WITH_CASES = ("clerk", "supervisor")


def show(request: Request, unit: Unit, again: Again | None = None) -> Page:
    staff_roles.administrator(request)
    locale = request.path_params["locale"]
    member = staffing.member(unit, request.path_params["account"])
    here = f"/{locale}{LIST}/{member.id}"
    ticked = staff_roles.ticked(unit, again.form, locale) if again else member.roles
    return ColleaguePage(
        errors=again_errors(again, locale),
        name=member.name,
        called=again.form.get("name") if again else member.given,
        email=member.email,
        passkeys=_passkeys(member, locale),
        seen=views.moment(member.seen, locale, unit.town.zone) if member.seen else None,
        meanings=staff_roles.meanings(locale),
        offices=staff_roles.offices(unit, ticked, locale),
        action_url=here,
        invitation_url=f"{here}/invitation",
        departure_url=f"{here}/departure",
        staff_url=f"/{locale}{LIST}",
    )


def update(request: Request, form: Form, unit: Unit) -> See:
    """Name and roles as typed and ticked. Cases of a department where she no longer works go back to its queue."""
    actor = staff_roles.administrator(request)
    member = staffing.member(unit, request.path_params["account"])
    locale = request.path_params["locale"]
    offered = {department.id for department in catalogue.departments(unit, locale)}
    name = text(form, "name", required=invitation.NAME, most=100) if "name" in form.texts else member.given
    wanted = staff_roles.read(unit, form, locale) | {role for role in member.roles if role.department not in offered}
    if name != member.given:
        staffing.rename(unit, actor, member.id, name)
    staffing.change(unit, actor, member.id, wanted)
    left = _with_cases(member.roles) - _with_cases(wanted)
    workload.pass_on(unit, actor, member.id, dict.fromkeys(left))
    still = staffing.administers(wanted) or member.id != actor.account_id
    return See(f"{LIST}/{member.id}" if still else "/me", said="roles")


def invite(request: Request, form: Form, unit: Unit) -> See:
    """A link for a new passkey; the old ones go on working until she leaves or removes them."""
    actor = staff_roles.administrator(request)
    member = staffing.member(unit, request.path_params["account"])
    staffing.invite_again(unit, actor, member.id)
    return See(f"{LIST}/{member.id}", said="invited")


def _with_cases(roles: frozenset[Role]) -> frozenset[str]:
    return frozenset(role.department for role in roles if role.function in WITH_CASES)


def _passkeys(member: staffing.Member, locale: str) -> str:
    if not member.passkeys:
        return translate(locale, N_("None yet. Without one the desk stays closed."))
    return translate_many(locale, "%(number)s passkey", "%(number)s passkeys", member.passkeys)

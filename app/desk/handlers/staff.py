"""The list of staff, by department, with those who are invited."""

from collections.abc import Sequence

from starlette.requests import Request

from app import catalogue
from app.desk import staff_roles
from app.desk.staff_pages import Colleague, Invited, Office, StaffPage
from app.desk.watching import raised
from app.identity import staff as staffing
from app.kit import views
from app.kit.db import Unit
from app.kit.i18n import N_, translate, translate_many
from app.kit.pages import Page

LIST = "/desk/staff"


def index(request: Request, unit: Unit) -> Page:
    staff_roles.administrator(request)
    locale = request.path_params["locale"]
    members = staffing.members(unit)
    return StaffPage(
        offices=[office for office in _offices(unit, members, locale) if office.colleagues],
        invited=[_invited(unit, waiting, locale) for waiting in staffing.all_waiting(unit)],
        invite_url=f"/{locale}{LIST}/invitations",
        watching_url=f"/{locale}/desk/watching",
        watching=_watching(raised.new(unit), locale),
    )


def _watching(new: int, locale: str) -> str:
    if not new:
        return translate(locale, N_("Nothing new."))
    return translate_many(locale, "%(number)s to look into.", "%(number)s to look into.", new)


def _offices(unit: Unit, members: Sequence[staffing.Member], locale: str) -> list[Office]:
    """Those of the town, and what is left of those that it no longer has."""
    named = {department.id: str(department.name) for department in catalogue.departments(unit, locale)}
    held = {role.department for member in members for role in member.roles}
    elsewhere = translate(locale, N_("In no department of today"))
    named |= dict.fromkeys(sorted(held - named.keys()), elsewhere)
    return [
        Office(
            department,
            name,
            [
                _colleague(member, department, locale)
                for member in members
                if any(role.department == department for role in member.roles)
            ],
        )
        for department, name in named.items()
    ]


def _colleague(member: staffing.Member, department: str, locale: str) -> Colleague:
    note = "" if member.passkeys else translate(locale, N_("No passkey yet"))
    what = staff_roles.functions(member.roles, department, locale)
    return Colleague(member.name, what, note, f"/{locale}{LIST}/{member.id}")


def _invited(unit: Unit, waiting: staffing.Waiting, locale: str) -> Invited:
    here = f"/{locale}{LIST}/invitations/{waiting.id}"
    return Invited(
        str(waiting.id),
        waiting.name,
        waiting.email,
        staff_roles.told(unit, waiting.roles, locale),
        views.moment(waiting.until, locale, unit.town.zone),
        waiting.until <= unit.now,
        f"{here}/renewal",
        f"{here}/revocation",
    )

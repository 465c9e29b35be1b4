"""Departments and functions as boxes to tick, and back."""

from collections.abc import Iterable

from starlette.requests import Request

from app import catalogue
from app.desk.entering import staff
from app.desk.pages import Fact, Option
from app.desk.staff_pages import Functions
from app.kit.actor import Actor, Role
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, listed, translate
from app.kit.inputs import Form, Invalid, Problem

NAMES = {
    "clerk": (N_("Clerk"), N_("Works on cases.")),
    "supervisor": (N_("Supervisor"), N_("Signs decisions and answers for the work of others.")),
    "designer": (N_("Designer"), N_("Builds and changes services. Sees no cases.")),
    "administrator": (N_("Administrator"), N_("Invites staff and runs the portal. Sees no cases.")),
}


def administrator(request: Request) -> Actor:
    """The administrator who asks; for everybody else these pages are not there."""
    actor = staff(request)
    if not actor.administers:
        raise NotFound
    return actor


def meanings(locale: str) -> list[Fact]:
    """What each may do."""
    return [Fact(translate(locale, name), translate(locale, does)) for name, does in NAMES.values()]


def offices(unit: Unit, roles: Iterable[Role], locale: str) -> list[Functions]:
    """Every department with all that one can be there; these roles are ticked."""
    held = frozenset(roles)
    options = [Option(function, translate(locale, name)) for function, (name, _) in NAMES.items()]
    return [
        Functions(
            department.id,
            _field(department.id),
            str(department.name),
            options,
            [role.function for role in held if role.department == department.id],
        )
        for department in catalogue.departments(unit, locale)
    ]


def ticked(unit: Unit, form: Form, locale: str) -> frozenset[Role]:
    return frozenset(
        Role(department.id, function)
        for department in catalogue.departments(unit, locale)
        for function in form.texts.get(_field(department.id), ())
        if function in NAMES
    )


def read(unit: Unit, form: Form, locale: str) -> frozenset[Role]:
    """What was ticked; at least one box."""
    found = ticked(unit, form, locale)
    if not found:
        first = next(iter(catalogue.departments(unit, locale)), None)
        problem = Problem(N_("Choose at least one function in one department."))
        raise Invalid({_field(first.id) if first else "roles": problem})
    return found


def _field(department: str) -> str:
    return f"roles.{department}"


def functions(roles: Iterable[Role], department: str, locale: str) -> str:
    """What somebody is in one department, in the order of the house."""
    held = {role.function for role in roles if role.department == department}
    return listed([translate(locale, NAMES[function][0]) for function in NAMES if function in held], locale)


def told(unit: Unit, roles: Iterable[Role], locale: str) -> list[str]:
    """A line for each department."""
    had = frozenset(roles)
    return [
        translate(
            locale,
            N_("%(department)s: %(functions)s"),
            department=department.name,
            functions=functions(had, department.id, locale),
        )
        for department in catalogue.departments(unit, locale)
        if any(role.department == department.id for role in had)
    ]

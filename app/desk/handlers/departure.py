"""Somebody leaves: what will happen is said first, then it happens in one step."""

from collections.abc import Mapping
from uuid import UUID

from starlette.requests import Request

from app import catalogue, identity
from app.cases import workload
from app.desk import staff_roles
from app.desk.handlers.staff import LIST
from app.desk.pages import Option
from app.desk.staff_pages import DeparturePage, Pile
from app.identity import staff as staffing
from app.kit.db import Unit
from app.kit.i18n import N_, translate, translate_many
from app.kit.inputs import Again, Form, Invalid, Problem
from app.kit.pages import Page, See
from app.kit.views import again_errors

ENDS = (
    N_("All roles end. From the next click on the desk is not there any more."),
    N_("Every session ends, on every device."),
    N_("Passkeys and recovery codes open nothing any more."),
    N_("An invitation that is still open is taken back."),
)
QUEUE = ""


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    staff_roles.administrator(request)
    locale = request.path_params["locale"]
    member = staffing.member(unit, request.path_params["account"])
    here = f"/{locale}{LIST}/{member.id}"
    typed = again.form if again else Form()
    return DeparturePage(
        errors=again_errors(again, locale),
        name=member.name,
        ends=[translate(locale, words) for words in ENDS],
        piles=[
            _pile(unit, member.id, department, number, typed, locale)
            for department, number in workload.held(unit, member.id).items()
        ],
        blocked=translate(locale, staffing.LastAdministrator.words) if staffing.is_last(unit, member.id) else "",
        action_url=f"{here}/departure",
        colleague_url=here,
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor = staff_roles.administrator(request)
    member = staffing.member(unit, request.path_params["account"])
    to = {department: _taker(unit, form, member.id, department) for department in workload.held(unit, member.id)}
    staffing.leave(unit, actor, member.id)
    workload.pass_on(unit, actor, member.id, to)
    return See(LIST if member.id != actor.account_id else "/", said="left")


def _pile(unit: Unit, leaver: UUID, department: str, number: int, typed: Form, locale: str) -> Pile:
    field = f"to.{department}"
    takers = _takers(unit, leaver, department)
    return Pile(
        field,
        translate(
            locale,
            N_("The cases in %(department)s go to"),
            department=catalogue.department_name(unit, department, locale),
        ),
        translate_many(locale, "%(number)s open case.", "%(number)s open cases.", number),
        [
            Option(QUEUE, translate(locale, N_("Nobody: back to the queue"))),
            *(Option(str(id), name) for id, name in takers.items()),
        ],
        typed.get(field),
    )


def _takers(unit: Unit, leaver: UUID, department: str) -> Mapping[UUID, str]:
    return {each.id: each.name for each in identity.colleagues(unit, [department]) if each.id != leaver}


def _taker(unit: Unit, form: Form, leaver: UUID, department: str) -> UUID | None:
    chosen = form.get(f"to.{department}")
    known = {str(id): id for id in _takers(unit, leaver, department)}
    if chosen and chosen not in known:
        raise Invalid({f"to.{department}": Problem(N_("Choose somebody of this department, or the queue."))})
    return known.get(chosen)

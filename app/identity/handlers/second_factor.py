"""A passkey for whoever works here and came in by a link alone: she uses hers, makes one, or reads whom to ask."""

import logging
from uuid import UUID

from starlette.requests import Request

from app.identity import accounts, ceremonies, passkeys
from app.identity.colleagues import administrators
from app.identity.handlers.sign_in import safe
from app.identity.pages import SecondFactor
from app.identity.staffing import factor
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_
from app.kit.inputs import Again, Form, Invalid, Problem, text
from app.kit.pages import Answer, Data, See
from app.kit.views import again_errors

log = logging.getLogger(__name__)
NOT_KEPT = N_("The passkey was not kept. Try again.")
LONGEST = 8000


def show(request: Request, unit: Unit, again: Again | None = None) -> Answer:
    actor: Actor = request.state.actor
    onward = safe(again.form.get("onward") if again else request.query_params.get("onward", ""))
    if not actor.works_here:
        raise NotFound
    if actor.is_staff:
        return See(onward or factor.DESK)
    locale = request.path_params["locale"]
    page = f"/{locale}{factor.PAGE}"
    return SecondFactor(
        errors=again_errors(again, locale),
        onward=onward,
        has=factor.has_passkey(unit, actor),
        makes=factor.lets_make(unit, actor),
        challenge_url=f"{page}/challenges",
        make_url=page,
        askable=tuple(each.name for each in administrators(unit) if each.id != actor.account_id),
    )


def challenge(request: Request, form: Form, unit: Unit) -> Data:
    _, account = _invited(request, unit)
    contact = accounts.contact(unit, account)
    if contact is None:
        raise NotFound
    return Data(passkeys.asked(unit, contact.id, contact.email).encode(), "application/json")


def create(request: Request, form: Form, unit: Unit) -> See:
    """The first passkey, or a new one after the administrator has invited her again."""
    onward = safe(form.get("onward")) or factor.DESK
    if request.state.actor.is_staff:
        return See(onward)
    actor, account = _invited(request, unit)
    said = text(form, "credential", required=NOT_KEPT, most=LONGEST)
    try:
        passkeys.add(unit, account, said)
    except ceremonies.Untrusted as problem:
        log.info("a new passkey was refused", extra={"reason": str(problem)})
        raise Invalid({"credential": Problem(NOT_KEPT)}) from problem
    factor.prove(unit, actor)
    return See(onward, said="passkey_added")


def _invited(request: Request, unit: Unit) -> tuple[Actor, UUID]:
    actor: Actor = request.state.actor
    if actor.account_id is None or not actor.held_back or not factor.lets_make(unit, actor):
        raise NotFound
    return actor, actor.account_id

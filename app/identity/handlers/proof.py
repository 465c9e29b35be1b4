"""Showing once more that it is her: by a passkey, by a code that is mailed, or by one on paper."""

import logging
from collections.abc import Sequence
from datetime import timedelta

from starlette.requests import Request

from app.identity import accounts, ceremonies, recovery
from app.identity.handlers.passkey import LONGEST
from app.identity.handlers.person import who
from app.identity.proving_again import verbs
from app.identity.proving_again.aims import AIMS, Aim
from app.identity.proving_again.pages import CopiedKey, ProveAgain
from app.kit import guard, views
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, Invalid, Problem, text
from app.kit.pages import Answer, Data, Page, See
from app.kit.views import FieldError, again_errors

log = logging.getLogger(__name__)
WITHIN, DAY = timedelta(minutes=15), timedelta(days=1)
NO_KEY = N_("This passkey does not show that it is you. Take the code by e-mail.")
COPIED = N_(
    "This passkey seems to have been copied, so it no longer opens your account. We have written to you. "
    "Take the code by e-mail."
)


def show(request: Request, unit: Unit, again: Again | None = None) -> Answer:
    """Also opened by the link of the mail: a scanner that opens links proves nothing."""
    name, aim = _aim(request)
    if again is None and verbs.proven(unit, request.state.actor, name):
        return See(aim.path)
    typed = again.form.get("code") if again else request.query_params.get("code", "")
    return _page(request, unit, again_errors(again, request.path_params["locale"]), typed[:40])


def count(request: Request, form: Form) -> None:
    """Nobody guesses fifty bits in ten tries."""
    guard.limit(request.state.town, "proof-of", who(request), 10, WITHIN)


def count_codes(request: Request, form: Form) -> None:
    """A session is no way to fill somebody's mailbox."""
    guard.limit(request.state.town, "proof-sent-to", who(request), 10, DAY)


def count_keys(request: Request, form: Form) -> None:
    guard.limit(request.state.town, "challenge-of", who(request), 100, WITHIN)


def send(request: Request, form: Form, unit: Unit) -> See:
    name, _ = _aim(request)
    verbs.ask(unit, request.state.actor, name)
    return See(f"/me/proof/{name}", said="proof_sent")


def create(request: Request, form: Form, unit: Unit) -> Answer:
    """By what was sent: what a passkey has signed, or a code. One address, so that what is wrong is read where one can
    come back to, in another language too."""
    return _by_passkey(request, form, unit) if form.get("credential") else _by_code(request, form, unit)


def challenge(request: Request, form: Form, unit: Unit) -> Data:
    _aim(request)
    return Data(verbs.asked_of_passkeys(unit, request.state.actor).encode(), "application/json")


def _by_code(request: Request, form: Form, unit: Unit) -> See:
    name, aim = _aim(request)
    typed = text(form, "code", required=N_("Enter the code: 10 letters and digits."), most=40)
    verbs.by_code(unit, request.state.actor, name, typed)
    return See(aim.path, said="proven_again")


def _by_passkey(request: Request, form: Form, unit: Unit) -> Answer:
    """A copy of a passkey is ended for good, so that answer is no error that rolls back."""
    name, aim = _aim(request)
    said = text(form, "credential", most=LONGEST)
    try:
        proven = verbs.by_passkey(unit, request.state.actor, name, said)
    except ceremonies.Untrusted as problem:
        log.info("a passkey proved nothing", extra={"reason": str(problem)})
        raise Invalid({"credential": Problem(NO_KEY)}) from problem
    if proven:
        return See(aim.path, said="proven_again")
    errors = (FieldError("credential", translate(request.path_params["locale"], COPIED)),)
    return _page(request, unit, errors, "", CopiedKey)


def _page(
    request: Request, unit: Unit, errors: Sequence[FieldError], typed: str, kind: type[ProveAgain] = ProveAgain
) -> Page:
    locale, actor = request.path_params["locale"], request.state.actor
    name, aim = _aim(request)
    contact = accounts.contact(unit, actor.account_id)
    if contact is None:
        raise NotFound
    until, sheet = verbs.sent(unit, actor, name), recovery.sheet(unit, contact.id)
    return kind(
        errors=errors,
        here_url=f"/{locale}/me/proof/{name}",
        wish=translate(locale, aim.wish),
        stay=translate(locale, aim.stay),
        back_url=f"/{locale}{aim.path}",
        email=contact.email,
        sent=views.moment(until, locale, unit.town.zone) if until else None,
        code=typed,
        passkey=verbs.has_passkey(unit, actor),
        on_paper=sheet is not None and sheet.left > 0,
    )


def _aim(request: Request) -> tuple[str, Aim]:
    name = request.path_params["aim"]
    if name not in AIMS:
        raise NotFound
    return name, AIMS[name]

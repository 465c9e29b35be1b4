"""Passkeys: made on my page, used on the page to sign in. Both begin with a challenge that the browser asks for."""

import logging
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from starlette.requests import Request

from app.identity import accounts, ceremonies, entering, passkeys
from app.identity.handlers import sign_in
from app.identity.pages import Copied, PasskeyLine, PasskeyRemoval, Passkeys
from app.kit import guard, views
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, Invalid, Problem, text
from app.kit.pages import Answer, Data, Page, See
from app.kit.views import FieldError, again_errors

log = logging.getLogger(__name__)
WITHIN = timedelta(minutes=15)
LONGEST = 8000
"""Characters of what an authenticator says; the longest chains of certificates are not asked for."""
NOT_KEPT = N_("The passkey was not kept. Try again, or go on signing in with the link by e-mail.")
NOT_OURS = N_("This passkey does not open an account here. Sign in with your e-mail address.")
COPIED = N_(
    "This passkey seems to have been copied, so it no longer opens your account. We have written to you. "
    "Sign in with your e-mail address."
)


def count(request: Request, form: Form) -> None:
    """Each view of the page to sign in may ask for one challenge."""
    guard.limit(request.state.town, "challenge-from", guard.client(request), 1000, WITHIN)


def challenge(request: Request, form: Form, unit: Unit) -> Data:
    return Data(ceremonies.to_use(unit).encode(), "application/json")


def enter(request: Request, form: Form, unit: Unit) -> Answer:
    """Sign in by a passkey. A copy of one is ended for good, so that answer is no error that rolls back."""
    onward = sign_in.safe(form.get("onward"))
    try:
        account = passkeys.opened(unit, text(form, "credential", required=NOT_OURS, most=LONGEST))
    except ceremonies.Untrusted as problem:
        log.info("a passkey was refused", extra={"reason": str(problem)})
        raise Invalid({"email": Problem(NOT_OURS)}) from problem
    if account is None:
        locale = request.path_params["locale"]
        return Copied((FieldError("email", translate(locale, COPIED)),), "", onward)
    return entering.enter(request, unit, account, onward, way="passkey")


def index(request: Request, unit: Unit, again: Again | None = None) -> Page:
    locale, zone, account = request.path_params["locale"], unit.town.zone, _account(request)
    here = f"/{locale}/me/passkeys"
    return Passkeys(
        errors=again_errors(again, locale),
        passkeys=tuple(_line(line, locale, zone) for line in passkeys.mine(unit, account)),
        challenge_url=f"{here}/challenges",
        create_url=here,
    )


def challenge_to_create(request: Request, form: Form, unit: Unit) -> Data:
    account = _account(request)
    contact = accounts.contact(unit, account)
    if contact is None:
        raise NotFound
    return Data(passkeys.asked(unit, account, contact.email).encode(), "application/json")


def create(request: Request, form: Form, unit: Unit) -> See:
    said = text(form, "credential", required=NOT_KEPT, most=LONGEST)
    try:
        passkeys.add(unit, _account(request), said)
    except ceremonies.Untrusted as problem:
        log.info("a new passkey was refused", extra={"reason": str(problem)})
        raise Invalid({"credential": Problem(NOT_KEPT)}) from problem
    return See("/me/passkeys", said="passkey_added")


def later(request: Request, form: Form, unit: Unit) -> See:
    """Not now: for some months nobody offers one."""
    passkeys.offer_later(unit, request.state.actor.account_id)
    return See(sign_in.safe(form.get("onward")) or "/me")


def remove(request: Request, unit: Unit) -> Page:
    """Asks once more, and says which ways in are left."""
    locale, account = request.path_params["locale"], _account(request)
    found = _own(unit, account, request.path_params["passkey"])
    contact = accounts.contact(unit, account)
    return PasskeyRemoval(
        passkey=_line(found, locale, unit.town.zone),
        left=passkeys.count(unit, account) - 1,
        email=contact.email if contact else "",
    )


def end(request: Request, form: Form, unit: Unit) -> See:
    account = _account(request)
    passkeys.end(unit, account, _own(unit, account, request.path_params["passkey"]).id)
    return See("/me/passkeys", said="passkey_removed")


def _account(request: Request) -> UUID:
    """Whose passkeys: staff with a link alone make, see and remove none here."""
    actor: Actor = request.state.actor
    if actor.account_id is None or actor.held_back:
        raise NotFound
    return actor.account_id


def _own(unit: Unit, account: UUID, passkey: UUID) -> passkeys.Line:
    found = next((line for line in passkeys.mine(unit, account) if line.id == passkey), None)
    if found is None:
        raise NotFound
    return found


def _line(line: passkeys.Line, locale: str, zone: str) -> PasskeyLine:
    return PasskeyLine(
        line.keeper,
        line.synced,
        views.day(line.created_at.astimezone(ZoneInfo(zone)).date(), locale, "long"),
        views.moment(line.created_at, locale, zone),
        views.moment(line.used_at, locale, zone) if line.used_at else None,
        f"/{locale}/me/passkeys/{line.id}/removal",
    )

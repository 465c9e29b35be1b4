"""Recovery codes: made on my page, used where one signs in."""

from datetime import timedelta

from starlette.requests import Request

from app.identity import entering, recovery
from app.identity.handlers import sign_in
from app.identity.pages import Recover, RecoveryCodes
from app.identity.proving_again import aims, verbs
from app.kit import guard, views
from app.kit.db import Unit
from app.kit.i18n import N_
from app.kit.inputs import Again, Form, Invalid, Problem, email, text
from app.kit.pages import Page, See
from app.kit.views import again_errors

WITHIN = timedelta(minutes=15)
WRONG = N_("This address and this code do not belong together, or the code was used before. Check both.")


def show(request: Request, unit: Unit) -> Page:
    locale = request.path_params["locale"]
    sheet = recovery.sheet(unit, request.state.actor.account_id)
    until = verbs.proven(unit, request.state.actor, aims.CODES)
    proven = views.moment(until, locale, unit.town.zone) if until else None
    if sheet is None:
        return RecoveryCodes(None, 0, (), proven)
    made = views.moment(sheet.made_at, locale, unit.town.zone)
    return RecoveryCodes(made, sheet.left, tuple(f"{code[:5]}-{code[5:]}" for code in sheet.readable), proven)


def create(request: Request, form: Form, unit: Unit) -> See:
    verbs.use(unit, request.state.actor, aims.CODES)
    recovery.make(unit, request.state.actor.account_id)
    return See("/me/recovery-codes")


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    locale = request.path_params["locale"]
    return Recover(again_errors(again, locale), again.form.get("email") if again else "")


def count(request: Request, form: Form) -> None:
    """Nobody guesses fifty bits in five tries, nor in sixty from one place."""
    guard.limit(request.state.town, "recovery-of", form.get("email").strip().lower(), 5, WITHIN)
    guard.limit(request.state.town, "recovery-from", guard.client(request), 60, WITHIN)


def enter(request: Request, form: Form, unit: Unit) -> See:
    address = email(form, required=sign_in.ADDRESS)
    typed = text(form, "code", required=N_("Enter one of your recovery codes: 10 letters and digits."), most=40)
    account = recovery.use(unit, address, typed)
    if account is None:
        raise Invalid({"code": Problem(WRONG)})
    return entering.enter(request, unit, account, "/me/passkeys", way="code")

"""My account: the address that opens it, and another one instead."""

from datetime import timedelta

from starlette.requests import Request

from app.identity import accounts
from app.identity.handlers import sign_in
from app.identity.handlers.person import who
from app.identity.proving_again import aims
from app.identity.proving_again import verbs as proving_again
from app.identity.readdressing import changes, verbs
from app.identity.readdressing.pages import MyAccount, Prove
from app.kit import guard, views
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_
from app.kit.inputs import Again, Form, email, text
from app.kit.pages import Answer, Page, See
from app.kit.views import again_errors

WITHIN, DAY = timedelta(minutes=15), timedelta(days=1)


def show(request: Request, unit: Unit, again: Again | None = None) -> Page:
    locale, account = request.path_params["locale"], request.state.actor.account_id
    contact, change = accounts.contact(unit, account), changes.standing(unit, account)
    if contact is None:
        raise NotFound
    if change is not None and not change.alive(unit.now):
        change = None
    shown = proving_again.proven(unit, request.state.actor, aims.ADDRESS)
    return MyAccount(
        errors=again_errors(again, locale),
        email=contact.email,
        typed=again.form.get("email") if again else "",
        wanted=changes.new_address(unit, change) if change else "",
        until=views.moment(change.until, locale, unit.town.zone) if change else None,
        due=views.moment(change.due, locale, unit.town.zone) if change and change.due else None,
        proven=views.moment(shown, locale, unit.town.zone) if shown else None,
    )


def count(request: Request, form: Form) -> None:
    """Each sends mails, one of them to an address that somebody typed."""
    guard.limit(request.state.town, "email-of", who(request), 10, DAY)
    guard.limit(request.state.town, "email-to", form.get("email").strip().lower(), 5, DAY)


def create(request: Request, form: Form, unit: Unit) -> See:
    actor = request.state.actor
    verbs.ask(unit, actor, actor.account_id, email(form, required=sign_in.ADDRESS))
    return See("/me/account/code")


def enter_code(request: Request, unit: Unit, again: Again | None = None) -> Answer:
    """Also opened by the link of the mail: a scanner that opens links proves nothing."""
    locale, change = request.path_params["locale"], changes.standing(unit, request.state.actor.account_id)
    waits = change is not None and change.proven_at is None and change.alive(unit.now)
    if change is None or not waits:
        if again is None:
            return See("/me/account")
        return Prove(again_errors(again, locale), "", "")
    typed = again.form.get("code") if again else request.query_params.get("code", "")
    return Prove(again_errors(again, locale), changes.new_address(unit, change), typed[:40])


def count_codes(request: Request, form: Form) -> None:
    """Nobody guesses fifty bits in ten tries."""
    guard.limit(request.state.town, "email-code-of", who(request), 10, WITHIN)


def prove(request: Request, form: Form, unit: Unit) -> See:
    typed = text(form, "code", required=N_("Enter the code from the e-mail: 10 letters and digits."), most=40)
    actor = request.state.actor
    verbs.prove(unit, actor, actor.account_id, typed)
    return See("/me/account", said="email_proven")


def stop(request: Request, form: Form, unit: Unit) -> See:
    """Pressed twice: the second time there is nothing to stop, and the page says how things are."""
    change = changes.standing(unit, request.state.actor.account_id)
    stopped = change is not None and verbs.stop(unit, change, request.state.actor)
    return See("/me/account", said="stopped" if stopped else "")

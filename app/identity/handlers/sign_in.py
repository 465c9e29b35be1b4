"""Asking for the way in: an address gets a link and a code, whoever it belongs to."""

from datetime import timedelta

from starlette.requests import Request

from app.identity import links
from app.identity.events import LinkAsked
from app.identity.pages import Sent, SignIn
from app.kit import events, guard
from app.kit.db import Unit
from app.kit.i18n import N_
from app.kit.inputs import Again, Form, email
from app.kit.pages import Page
from app.kit.views import again_errors

ADDRESS = N_("Enter your e-mail address, for example name@example.com.")
WITHIN = timedelta(minutes=15)
LONGEST = 500
"""Characters of a path to go on to: a case beside a part of the queue takes three hundred."""


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    locale = request.path_params["locale"]
    onward = again.form.get("onward") if again else request.query_params.get("onward", "")
    return SignIn(again_errors(again, locale), again.form.get("email") if again else "", safe(onward))


def count(request: Request, form: Form) -> None:
    """Limits: by the address asked for and by where the request comes from."""
    guard.limit(request.state.town, "link-to", form.get("email").strip().lower(), 5, WITHIN)
    guard.limit(request.state.town, "link-from", guard.client(request), 60, WITHIN)


def create(request: Request, form: Form, unit: Unit) -> Page:
    locale, onward = request.path_params["locale"], safe(form.get("onward"))
    address = email(form, required=ADDRESS)
    events.record(unit, LinkAsked(links.ask(unit, address, locale, onward)))
    return Sent(address, f"/{locale}/sign-in/code", onward)


def safe(onward: str) -> str:
    """A path of our own to go on to, or "" (never another site)."""
    plain = onward.startswith("/") and not onward.startswith("//") and "\\" not in onward
    return onward if plain and onward.isascii() and onward.isprintable() and len(onward) < LONGEST else ""

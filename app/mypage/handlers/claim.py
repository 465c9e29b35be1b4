"""A case that I sent without signing in: by its reference, and a code that goes to the address in it."""

from datetime import timedelta
from urllib.parse import quote

from starlette.requests import Request

from app import identity
from app.cases import helped
from app.kit import db, guard
from app.kit.db import Unit
from app.kit.i18n import N_
from app.kit.ids import parse_reference
from app.kit.inputs import Again, Form, text
from app.kit.pages import Page, See
from app.kit.views import again_errors
from app.mypage.pages import Claim, ClaimCode

WITHIN, DAY = timedelta(minutes=15), timedelta(days=1)
LONGEST = 40


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    typed = again.form.get("reference") if again else request.query_params.get("reference", "")
    return Claim(again_errors(again, request.path_params["locale"]), typed[:LONGEST])


def count(request: Request, form: Form) -> None:
    """By who asks, and by the case: its address gets few mails."""
    guard.limit(request.state.town, "claims-of", _who(request), 10, DAY)
    typed = form.get("reference")
    guard.limit(request.state.town, "claims-for", parse_reference(typed) or typed.upper()[:LONGEST], 5, DAY)


def create(request: Request, form: Form, unit: Unit) -> See:
    asks = N_("Enter the case reference, as it stands on the receipt.")
    reference = text(form, "reference", required=asks, most=LONGEST)
    helped.ask_claim(unit, request.state.actor, reference)
    return See(f"/me/claims/code?reference={quote(reference, safe='')}")


def enter_code(request: Request, unit: Unit, again: Again | None = None) -> Page:
    """Also opened by the link of the mail: a button follows, because mail scanners open links."""
    form, asked = (again.form if again else Form()), request.query_params
    return ClaimCode(
        errors=again_errors(again, request.path_params["locale"]),
        asked=(form.get("reference") or asked.get("reference", ""))[:LONGEST],
        code=(form.get("code") or asked.get("code", ""))[:LONGEST],
    )


def count_codes(request: Request, form: Form) -> None:
    guard.limit(request.state.town, "claim-code-of", _who(request), 5, WITHIN)


def use_code(request: Request, form: Form, unit: Unit) -> See:
    typed = text(form, "code", required=N_("Enter the code we sent: 10 letters and digits."), most=LONGEST)
    case = helped.claim_by_code(unit, request.state.actor, typed)
    return See(f"/cases/{case.reference}", said="claimed")


def _who(request: Request) -> str:
    """The account of a request, for limits: they are counted before anything else is looked at."""
    with db.read(request.state.town) as unit:
        return str(identity.actor(unit, guard.session_secret(request), "en").account_id or "")

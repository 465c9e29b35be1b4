"""Is this receipt ours? And: following a case without an account, by its reference and a code."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlencode

from starlette.requests import Request

from app import catalogue, identity
from app.cases import following, proving, queries
from app.cases.handlers.draft import ONWARD
from app.cases.merging.reading import MERGED
from app.cases.pages import Check, Follow, Found
from app.cases.rights import confidence
from app.cases.views import merged
from app.kit import guard, views
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.ids import parse_reference
from app.kit.inputs import Again, Form, Invalid, Problem, text
from app.kit.pages import Page, See

WITHIN = timedelta(minutes=15)


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    locale = request.path_params["locale"]
    code = again.form.get("code") if again else request.query_params.get("code", "")[:40]
    reference = again.form.get("reference") if again else request.query_params.get("reference", "")[:40]
    onward = _onward(request, again)
    return Check(
        code=code,
        reference=reference,
        address=again.form.get("address") if again else "",
        onward=onward,
        code_url=_beside(f"/{locale}/check/follow/code", reference, onward),
        result=None,
        errors=views.again_errors(again, locale),
    )


def count(request: Request, form: Form) -> None:
    guard.limit(request.state.town, "check", guard.client(request), 30, WITHIN)


def create(request: Request, form: Form, unit: Unit) -> Page:
    """Ours: service, time, reference; no name, no answers, and of a confidential service not what it is, unless the
    document says so itself. Unknown and malformed read alike."""
    locale = request.path_params["locale"]
    code = text(form, "code", required=N_("Enter the verification code of the receipt."), most=60)
    receipt, (document, newer) = following.by_receipt(unit, code), following.by_document(unit, code)
    proven = receipt or document
    by_code = f"/{locale}/check/follow/code"
    if proven is None:
        return Check(code, "", "", "", by_code, Found(False), ())
    service = catalogue.version(unit, proven.version)
    name = str(catalogue.texts(unit, service, locale)("service.name"))
    if receipt is not None and confidence.is_confidential(unit, receipt, service):
        name = translate(locale, N_("A service that we keep confidential"))
    received = views.moment(proven.received_at, locale, unit.town.zone)
    found = Found(True, name, received, proven.reference)
    if receipt is not None and receipt.outcome == MERGED:
        kept = merged.hers(unit, receipt)
        words = N_("It goes on as case %(reference)s.") if kept else N_("It goes on together with another case.")
        found = replace(found, onward=translate(locale, words, reference=kept.reference if kept else ""))
    if newer is not None:
        issued = views.moment(newer.issued_at, locale, unit.town.zone)
        found = replace(found, newer=issued, newer_code=newer.code)
    return Check(code, "", "", "", by_code, found, ())


def _onward(request: Request, again: Again | None) -> str:
    """Where a session ended that is come back to by a code."""
    return (again.form.get("onward") if again else request.query_params.get("onward", ""))[:ONWARD]


def count_follow(request: Request, form: Form) -> None:
    guard.limit(request.state.town, "follow-from", guard.client(request), 20, WITHIN)
    reference = parse_reference(form.get("reference")) or form.get("reference").upper()[:40]
    guard.limit(request.state.town, "follow-case", reference, 5, WITHIN)


def follow(request: Request, form: Form, unit: Unit) -> Page:
    """Send a code if reference and address belong together; the answer is the same if not."""
    locale = request.path_params["locale"]
    reference = text(form, "reference", required=N_("Enter the case reference, as it stands on the receipt."), most=40)
    address = text(form, "address", required=N_("Enter the e-mail address or phone number you gave us."), most=254)
    following.ask(unit, reference, address, locale)
    return _code_page(locale, reference, onward=form.get("onward")[:ONWARD], sent=True)


def enter(request: Request, unit: Unit, again: Again | None = None) -> Page:
    """The code of a receipt or message, by hand or out of the link that was sent: a button follows, because mail
    scanners open links."""
    locale, asked = request.path_params["locale"], request.query_params
    reference = again.form.get("reference") if again else asked.get("reference", "")[:40]
    code = again.form.get("code") if again else asked.get("code", "")[:40]
    return _code_page(locale, reference, code, _onward(request, again), views.again_errors(again, locale))


def _code_page(
    locale: str,
    reference: str,
    code: str = "",
    onward: str = "",
    errors: Sequence[views.FieldError] = (),
    *,
    sent: bool = False,
) -> Page:
    again_url = f"{_beside(f'/{locale}/check', reference, onward)}#follow"
    return Follow(reference, code, onward, sent, errors, f"/{locale}/check/follow/code", again_url)


def _beside(path: str, reference: str, onward: str) -> str:
    """The other page of the two, with what was typed and where it goes on."""
    kept = {"reference": reference if reference.replace("-", "").isalnum() else "", "onward": onward}
    query = urlencode({name: value for name, value in kept.items() if value})
    return f"{path}?{query}" if query else path


def prove(request: Request, form: Form, unit: Unit) -> See:
    """Reference and code fit: this session may follow the case for a while. Codes sign nobody in. It goes on to the
    page of this case where a session ended, or to the case."""
    reference = text(form, "reference", required=N_("Enter the case reference, as it stands on the receipt."), most=40)
    code = text(form, "code", required=N_("Enter the code we sent, or the code of your receipt."), most=60)
    case = queries.by_reference(unit, reference)
    if not following.fits(unit, case, code):
        wrong = N_("The reference and the code do not match, or the code is too old. Ask for a new one.")
        raise Invalid({"code": Problem(wrong)})
    assert case is not None
    actor = identity.with_session(request, unit)
    following.allow(unit, actor, case.id)
    if actor.account_id is not None and case.account_id is None:
        proving.prove(unit, actor, queries.locked(unit, case.id))
    onward = form.get("onward")[:ONWARD]
    return See(onward if onward.startswith(f"/cases/{case.reference}/") else f"/cases/{case.reference}")

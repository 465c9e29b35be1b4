"""The link itself: a page with a button, because mail scanners open links; the code does the same by hand."""

from datetime import timedelta

from starlette.requests import Request

from app.identity import entering, links
from app.identity.events import LinkAsked
from app.identity.pages import DeadLink, LinkPage, Sent
from app.identity.staffing import inviting
from app.kit import events, guard
from app.kit.db import Unit
from app.kit.i18n import N_
from app.kit.inputs import Again, Form, Invalid, Problem, text
from app.kit.pages import Answer, Page, See
from app.kit.views import again_errors

WITHIN = timedelta(minutes=15)


def show(request: Request, unit: Unit, again: Again | None = None) -> Page:
    locale, code = request.path_params["locale"], request.path_params["code"]
    found = links.find(unit, code)
    here = f"/{locale}/sign-in/links/{code}"
    invited = found is not None and found.way == inviting.WAY
    renewal = f"{here}/renewal" if found and not invited else ""
    state = found.state if found else "unknown"
    kind = LinkPage if state == "open" else DeadLink
    return kind(state, here, renewal, f"/{locale}/sign-in", invited)


def count(request: Request, form: Form) -> None:
    guard.limit(request.state.town, "code-from", guard.client(request), 30, WITHIN)


def count_opening(request: Request, form: Form) -> None:
    """A library or a school comes from one address, and nobody guesses fifty bits in some hundred tries."""
    guard.limit(request.state.town, "link-opened", guard.client(request), 300, WITHIN)


def count_renewal(request: Request, form: Form) -> None:
    """A link is no way to fill somebody's mailbox."""
    count(request, form)
    guard.limit(request.state.town, "renewal", request.path_params["code"], 5, WITHIN)


def create(request: Request, form: Form, unit: Unit) -> Answer:
    found = links.find(unit, request.path_params["code"])
    if found is None or found.state != "open":
        return show(request, unit)
    return _enter(request, form, unit, found)


def renew(request: Request, form: Form, unit: Unit) -> Answer:
    """A new link to the same address, in one press; not of an invitation, which an administrator sends again."""
    found = links.find(unit, request.path_params["code"])
    if found is None or found.way == inviting.WAY:
        return show(request, unit)
    events.record(unit, LinkAsked(links.ask(unit, links.address(unit, found), found.locale, found.onward)))
    return See("/sign-in/code", said="link")


def enter_code(request: Request, unit: Unit, again: Again | None = None) -> Page:
    locale = request.path_params["locale"]
    onward = again.form.get("onward") if again else request.query_params.get("onward", "")
    return Sent("", f"/{locale}/sign-in/code", onward, again_errors(again, locale))


def use_code(request: Request, form: Form, unit: Unit) -> Answer:
    typed = text(form, "code", required=N_("Enter the code from the e-mail: 10 letters and digits."), most=40)
    found = links.find(unit, typed)
    if found is None or found.state != "open":
        raise Invalid({"code": Problem(N_("This code does not work any more. Check it, or ask for a new link."))})
    return _enter(request, form, unit, found)


def _enter(request: Request, form: Form, unit: Unit, found: links.Link) -> See:
    shared = form.get("shared") == "yes"
    account = links.use(unit, found)
    if found.way == inviting.WAY:
        inviting.accept(unit, found.id, account)
    return entering.enter(request, unit, account, found.onward, way=found.way, shared=shared)

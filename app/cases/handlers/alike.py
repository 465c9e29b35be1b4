"""Was it reported already? What others report, before one goes on with the same; and: I see it too."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from starlette.requests import Request

from app import catalogue, forms
from app.cases import drafts, law, wording
from app.cases.alike import finding, seeing
from app.cases.alike.news import asking
from app.cases.alike.pages import AlikePage
from app.cases.alike.reporting import reported
from app.kit import guard
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, email
from app.kit.pages import Answer, See
from app.kit.views import again_errors

REVIEW, SENT = "review", "sent"
WITHIN = timedelta(hours=1)
NO_ADDRESS = N_("Enter your e-mail address. Without one you are counted all the same.")


@dataclass(frozen=True)
class Held:
    """A draft before its likely duplicates: `here` is their page, `onward` the next question."""

    draft: Any
    service: catalogue.Service
    given: dict[str, Any]
    last: str
    back: str
    here: str
    onward: str
    place: tuple[int, int]


def _held(request: Request, unit: Unit) -> Held:
    draft = drafts.own(unit, request.state.actor, request.path_params["draft"])
    service = wording.to_reader(unit, request.state.actor, draft.version)
    given, today = drafts.answers(unit, draft), law.today(unit)
    flow = (service.form, service.rules, given, today)
    back = f"?back={REVIEW}" if request.query_params.get("back") == REVIEW else ""
    asked = finding.asked_by(service)
    last = next((step.id for step in reversed(forms.reachable(*flow)) if step.ask in asked), "")
    step = forms.first_unanswered(*flow) if back or not last else forms.next_step(*flow, last)
    below = f"/drafts/{draft.id}"
    onward = f"{below}/{step.id}{back}" if step else f"{below}/{REVIEW}"
    return Held(draft, service, given, last, back, f"{below}/alike{back}", onward, forms.place(*flow, last))


def show(request: Request, unit: Unit, again: Again | None = None) -> Answer:
    """The likeliest duplicates; straight on where there are none."""
    held, locale = _held(request, unit), request.path_params["locale"]
    actor = request.state.actor
    found = finding.alike(unit, actor, held.service, held.draft.id, held.given, locale)
    if not found:
        return See(held.onward)
    name = str(catalogue.texts(unit, held.service, locale)("service.name"))
    number, total = held.place
    return AlikePage(
        service=name,
        reported=tuple(
            reported(one, locale, f"/{locale}/cases/{one.case.reference}" if one.mine else "") for one in found
        ),
        signed_in=actor.account_id is not None,
        seen=any(one.seen for one in found),
        errors=again_errors(again, locale),
        email=again.form.get("email") if again else "",
        asked=again is None and request.query_params.get("mail") == SENT,
        past=number,
        total=total + 1,
        progress=translate(locale, N_("%(service)s: before you go on"), service=name),
        back_url=f"/{locale}/drafts/{held.draft.id}/{held.last}{held.back}",
        action_url=f"/{locale}{held.here}",
        onward_url=f"/{locale}{held.onward}",
    )


def count(request: Request, form: Form) -> None:
    guard.limit(request.state.town, "seen-too", guard.client(request), 30, WITHIN)
    if form.get("news"):
        guard.limit(request.state.town, "seen-too-news", guard.client(request), 10, WITHIN)


def create(request: Request, form: Form, unit: Unit) -> See:
    """I see it too; here I can be told; or, with no case named, mine is another one."""
    held, actor = _held(request, unit), request.state.actor
    if form.get("news") and actor.account_id is None:
        return _leave_address(request, form, unit, held)
    named = form.get("tell") or form.get("case")
    if not named:
        return See(held.onward)
    case = finding.marked(unit, actor, held.service, held.draft.id, held.given, named)
    if case is None:
        return See(held.here, said="over_too")
    tell = bool(form.get("tell")) and actor.account_id is not None
    seeing.see(unit, actor, case.id, tell=tell)
    return See(held.here, said="told_too" if tell else "seen_too")


def _leave_address(request: Request, form: Form, unit: Unit, held: Held) -> See:
    """Without an account: for what she sees on this page. The answer is the same for each address."""
    actor, locale = request.state.actor, request.path_params["locale"]
    address = email(form, required=NO_ADDRESS)
    for case in finding.cases(unit, held.service, held.given, actor.via):
        if seeing.seen(unit, actor, case.id) is not None and not finding.is_hers(actor, case):
            asking.ask(unit, case.id, address, locale)
    return See(f"{held.here}{'&' if held.back else '?'}mail={SENT}")

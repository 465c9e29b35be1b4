"""Was it reported already? What others report, before one goes on with the same; and: I see it too."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from starlette.requests import Request

from app import catalogue, forms
from app.cases import drafts, law, wording
from app.cases.alike import finding, seeing
from app.cases.alike.pages import AlikePage
from app.cases.alike.reporting import reported
from app.kit import guard
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Form
from app.kit.pages import Answer, See

REVIEW = "review"
WITHIN = timedelta(hours=1)


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


def show(request: Request, unit: Unit) -> Answer:
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
        past=number,
        total=total + 1,
        progress=translate(locale, N_("%(service)s: before you go on"), service=name),
        back_url=f"/{locale}/drafts/{held.draft.id}/{held.last}{held.back}",
        action_url=f"/{locale}{held.here}",
        onward_url=f"/{locale}{held.onward}",
    )


def count(request: Request, form: Form) -> None:
    guard.limit(request.state.town, "seen-too", guard.client(request), 30, WITHIN)


def create(request: Request, form: Form, unit: Unit) -> See:
    """I see it too; or, with no case named, mine is another one."""
    held, actor = _held(request, unit), request.state.actor
    named = form.get("tell") or form.get("case")
    if not named:
        return See(held.onward)
    case = finding.marked(unit, actor, held.service, held.draft.id, held.given, named)
    if case is None:
        return See(held.here, said="over_too")
    tell = bool(form.get("tell")) and actor.account_id is not None
    seeing.see(unit, actor, case.id, tell=tell)
    return See(held.here, said="told_too" if tell else "seen_too")

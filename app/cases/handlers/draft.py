"""Starting a form, finding it again, keeping it for later."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from starlette.requests import Request

from app import catalogue, forms, identity
from app.cases import codes, drafts, law, queries
from app.cases.figures import asking
from app.cases.form_pages import Drafts, Offered, Saved
from app.cases.handlers import figures
from app.cases.helping.reaching import OnlyRead
from app.kit import guard, views
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, Invalid, Problem, text
from app.kit.pages import Answer, Page, See
from app.kit.qr import picture

WITHIN = timedelta(minutes=15)
ONWARD = 500
"""Characters of a path to go on to."""


def create(request: Request, form: Form, unit: Unit) -> Answer:
    """Start a form. An open draft of the same service is offered; a second one is made only when asked for."""
    slug = request.path_params["slug"]
    service = next((each for each in catalogue.services(unit) if each.slug == slug), None)
    if service is None:
        raise NotFound
    actor = _for_whom(unit, form, service, identity.with_session(request, unit))
    whose = (actor.acting_for,) if actor.acting_for else (None, actor.person_id)
    open_ones = [each for each in queries.own_drafts(unit, actor, service.id) if each.person_id in whose]
    if open_ones and not form.get("another"):
        return _offer(request, form, unit, service, open_ones[0])
    draft_id = drafts.begin(unit, actor, service)
    return figures.begun(request, unit, draft_id, service)


def _for_whom(unit: Unit, form: Form, service: catalogue.Service, actor: Actor) -> Actor:
    """Herself; or the person of a mandate that lets her act in this service."""
    wanted = form.get("for")
    if not wanted:
        return actor
    grant = next((each for each in actor.grants if str(each.mandate_id) == wanted), None)
    if grant is None:
        _insist(unit, actor, wanted)
    if grant is None or not service.mandate or not grant.covers(service.id, confidential=service.confidential):
        raise NotFound
    if not grant.acts:
        raise OnlyRead(path=f"/me/mandates/{grant.mandate_id}", link=N_("Back to the mandate"))
    return replace(actor, acting_for=grant.person_id)


def _insist(unit: Unit, actor: Actor, wanted: str) -> None:
    """A mandate that ended since its page was open is told from one that never was."""
    with suppress(ValueError):
        identity.mandates.insist(unit, actor, UUID(wanted))


def start(request: Request, unit: Unit) -> See:
    """The address of a form's start without its button: another language was chosen, or the page opened again."""
    return See(f"/services/{request.path_params['slug']}")


def _offer(request: Request, form: Form, unit: Unit, service: catalogue.Service, draft: object) -> Page:
    locale = request.path_params["locale"]
    found: drafts.DraftLine = drafts.line(unit, request.state.actor, draft, locale)
    answered = translate(
        locale, N_("%(answered)s of %(questions)s questions answered"),
        answered=found.answered, questions=found.questions,
    )  # fmt: skip
    return Offered(
        service=found.service,
        answered=answered,
        saved=views.moment(found.touched_at, locale, unit.town.zone),
        continue_url=f"/{locale}/drafts/{found.id}",
        new_url=f"/{locale}/services/{service.slug}/drafts",
        mandate=form.get("for"),
    )


def show(request: Request, unit: Unit) -> Answer:
    """Go on where the form was left."""
    draft = drafts.own(unit, request.state.actor, request.path_params["draft"])
    if asking.waits(unit, draft):
        return See(f"/drafts/{draft.id}/figures")
    service = catalogue.version(unit, draft.version)
    today = law.calendar(unit).day_of(unit.now)
    step = forms.first_unanswered(service.form, service.rules, drafts.answers(unit, draft), today)
    return See(f"/drafts/{draft.id}/{step.id if step else 'review'}")


def saved(request: Request, unit: Unit) -> Page:
    """It is kept: with an account on my page, without one by a code."""
    locale, actor = request.path_params["locale"], request.state.actor
    draft = drafts.own(unit, actor, request.path_params["draft"])
    service = catalogue.version(unit, draft.version)
    code = "" if actor.account_id else codes.code(unit, codes.DRAFT, draft.id)
    url = f"/{locale}/drafts?code={code}"
    return Saved(
        service=str(catalogue.texts(unit, service, locale)("service.name")),
        code=code,
        qr=picture(f"{unit.town.base_url}{url}") if code else None,
        kept_until=views.day(draft.until.astimezone(law.calendar(unit).zone).date(), locale),
        draft_url=f"/{locale}/drafts/{draft.id}",
        resume_url=url if code else f"/{locale}/drafts",
    )


def enter(request: Request, unit: Unit, again: Again | None = None) -> Page:
    locale = request.path_params["locale"]
    code = again.form.get("code") if again else request.query_params.get("code", "")[:40]
    onward = again.form.get("onward") if again else request.query_params.get("onward", "")
    return Drafts(code, onward[:ONWARD], views.again_errors(again, locale))


def count(request: Request, form: Form) -> None:
    guard.limit(request.state.town, "draft-code", guard.client(request), 20, WITHIN)


def find(request: Request, form: Form, unit: Unit) -> See:
    """A draft code was typed: the draft is this session's, or this account's, from now on. It goes on to the page of
    this draft where a session ended, or to the draft's next question."""
    typed = text(form, "code", required=N_("Enter the code of your saved form."), most=40)
    draft = drafts.by_code(unit, typed)
    if draft is None:
        raise Invalid({"code": Problem(N_("We do not know this code. Check each letter and digit."))})
    found: UUID = draft.id
    drafts.take(unit, identity.with_session(request, unit), found)
    onward = form.get("onward")[:ONWARD]
    return See(onward if onward.startswith(f"/drafts/{found}/") else f"/drafts/{found}")

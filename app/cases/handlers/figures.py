"""The figures that another office gives: what became of asking for them, and asking once more."""

from datetime import timedelta
from uuid import UUID

from starlette.requests import Request

from app import catalogue, forms, identity
from app.cases import drafts
from app.cases.figures import asking
from app.cases.figures.asking import Question, Reply
from app.cases.form_pages import Figures
from app.kit import db, guard
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.inputs import Form
from app.kit.pages import Answer, See

WITHIN = timedelta(minutes=15)


def ask_at_start(request: Request, form: Form) -> None:
    """A form is begun: if it takes figures, they are asked for before the draft is written."""
    with db.read(request.state.town) as unit:
        slug = request.path_params["slug"]
        service = next((each for each in catalogue.services(unit) if each.slug == slug), None)
        actor = _actor(request, unit)
        asked = asking.question(unit, service, _whom(actor, service, form.get("for"))) if service else None
    _ask(request, asked)


def ask_again(request: Request, form: Form) -> None:
    with db.read(request.state.town) as unit:
        actor = _actor(request, unit)
        draft = drafts.own(unit, actor, request.path_params["draft"])
        asked = asking.question(unit, catalogue.version(unit, draft.version), draft.person_id or actor.person_id)
    _ask(request, asked)


def _actor(request: Request, unit: Unit) -> Actor:
    return identity.actor(unit, guard.session_secret(request), request.path_params["locale"])


def _whom(actor: Actor, service: catalogue.Service, mandate: str) -> UUID | None:
    """Whose figures: her own, or those of the person whose mandate lets her act in this service."""
    if not mandate:
        return actor.person_id
    grant = next((each for each in actor.grants if str(each.mandate_id) == mandate and each.acts), None)
    covered = grant is not None and grant.covers(service.id, confidential=service.confidential)
    return grant.person_id if grant and covered else None


def _ask(request: Request, asked: Question | None) -> None:
    request.state.figures = None
    if asked is not None:
        guard.limit(request.state.town, "register", guard.client(request), 20, WITHIN)
        request.state.figures = asking.ask(request.state.town, asked)


def begun(request: Request, unit: Unit, draft_id: UUID, service: catalogue.Service) -> See:
    """Where a form goes on that was begun a moment ago: with figures at its end, where one press sends it."""
    reply: Reply | None = request.state.figures
    if reply is None:
        return See(f"/drafts/{draft_id}/{service.form.steps[0].id}")
    asking.keep(unit, draft_id, service, reply)
    return See(f"/drafts/{draft_id}/{'review' if reply.state == 'given' else 'figures'}")


def show(request: Request, unit: Unit) -> Answer:
    locale, actor = request.path_params["locale"], request.state.actor
    draft = drafts.own(unit, actor, request.path_params["draft"])
    state = asking.state(unit, draft)
    if state in (None, "given"):
        return See(f"/drafts/{draft.id}")
    service = catalogue.version(unit, draft.version)
    texts = catalogue.texts(unit, service, locale)
    return Figures(
        service=str(texts("service.name")),
        register=str(texts(f"register.{forms.register_of(service.form)}.name")),
        state=str(state),
        signed=actor.account_id is not None,
        again_url=f"/{locale}/drafts/{draft.id}/figures",
        first_url=f"/{locale}/drafts/{draft.id}/{service.form.steps[0].id}",
        later_url=f"/{locale}/drafts/{draft.id}/saved",
        service_url=f"/{locale}/services/{service.slug}",
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    draft = drafts.own(unit, request.state.actor, request.path_params["draft"])
    return begun(request, unit, draft.id, catalogue.version(unit, draft.version))

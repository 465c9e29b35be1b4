"""Check your answers, then send: the last page of a form."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from starlette.requests import Request

from app import catalogue, forms
from app.cases import drafts, law, showing, submitting, wording
from app.cases.figures import asking
from app.cases.form_pages import Review
from app.cases.views import owing, shown
from app.kit.db import Unit
from app.kit.errors import SignIn
from app.kit.i18n import N_, format_day, sentences, translate
from app.kit.inputs import Form
from app.kit.pages import Answer, See
from app.kit.views import FieldError, error_of


def show(request: Request, unit: Unit) -> Answer:
    """Everything that will be sent, with a way to change each answer. A draft that was sent leads to its receipt."""
    locale, actor = request.path_params["locale"], request.state.actor
    draft_id: UUID = request.path_params["draft"]
    sent = submitting.twin(unit, actor, draft_id, "")
    if sent is not None:
        return See(f"/cases/{sent.reference}/receipt")
    draft = drafts.own(unit, actor, draft_id)
    if asking.waits(unit, draft):
        return See(f"/drafts/{draft.id}/figures")
    service = wording.to_reader(unit, actor, draft.version)
    given = drafts.answers(unit, draft)
    around = showing.around(unit, service, locale, given)
    flow = (service.form, service.rules, given, around.today)
    step = forms.first_unanswered(*flow)
    if step is not None:
        return See(f"/drafts/{draft.id}/{step.id}")
    filed = forms.submitted(*flow)
    texts = catalogue.texts(unit, service, locale)
    name, steps = str(texts("service.name")), forms.reachable(*flow)

    def change(field: str) -> str:
        asking = next(each.id for each in service.form.steps if each.ask == field)
        return f"/{locale}/drafts/{draft.id}/{asking}?back=review"

    return Review(
        service=name,
        department=str(catalogue.department_name(unit, service.department, locale)),
        sections=shown.sections(showing.to_check(unit, service, filed, [step.ask for step in steps], locale), change),
        errors=_stale(unit, service, forms.recheck(service.form, service.rules, given, around), locale),
        past=len(steps),
        total=len(steps) + 1,
        progress=translate(locale, N_("%(service)s: last step, check and send"), service=name),
        level_note="" if draft.person_id else _level_note(unit, service, actor.level, locale),
        notice=_filled_in(unit, draft, service, texts, locale),
        owing=owing.owing(unit, service, filed, locale),
        digest=forms.digest(filed),
        back_url=f"/{locale}/drafts/{draft.id}/{steps[-1].id}",
        action_url=f"/{locale}/drafts/{draft.id}/submission",
        later_url=f"/{locale}/drafts/{draft.id}/saved",
    )


def _filled_in(unit: Unit, draft: Any, service: catalogue.Service, texts: catalogue.Texts, locale: str) -> str:
    """Who filled the form in, where that was another office."""
    if asking.state(unit, draft) != "given":
        return ""
    register = str(texts(f"register.{forms.register_of(service.form)}.name"))
    words = N_("%(register)s filled this in. Look at each figure. Is one wrong? Change it, and say why.")
    return translate(locale, words, register=register)


def _stale(
    unit: Unit, service: catalogue.Service, wrong: Mapping[str, Mapping[str, forms.Problem]], locale: str
) -> tuple[FieldError, ...]:
    """What no longer holds, a day that has gone for instance; named by its question, which stands below."""
    said = showing.words(unit, service, locale)
    found = []
    for step in service.form.steps:
        errors = wrong.get(step.id, {})
        field = service.form.asked(step)
        for words in forms.sentences(field, errors, said).values():
            found.append(error_of("", said.label(field.path), words, locale))
    return tuple(found)


def _level_note(unit: Unit, service: catalogue.Service, level: int, locale: str) -> str:
    if level >= service.level:
        return ""
    days = law.last_to_prove(unit, unit.now)
    words = translate(
        locale,
        N_("You can send it now. To go on, we must know who you are: sign in until %(day)s. Then our clock starts."),
        day=format_day(days, locale),
    )
    otherwise = N_(
        "No e-mail address? Call us or come to the window: a clerk fills it in with you, and it begins at once."
    )
    return words if level else sentences((words, translate(locale, otherwise)), locale)


def create(request: Request, form: Form, unit: Unit) -> See:
    """Send: recorded once, however often the button is pressed."""
    actor = request.state.actor
    if actor.session_id is None:
        raise SignIn(f"/drafts/{request.path_params['draft']}/review")
    draft_id: UUID = request.path_params["draft"]
    if submitting.twin(unit, actor, draft_id, form.get("digest")) is None:
        draft = drafts.own(unit, actor, draft_id)
        if asking.waits(unit, draft):
            return See(f"/drafts/{draft_id}/figures")
        service = catalogue.version(unit, draft.version)
        given = drafts.answers(unit, draft)
        around = showing.around(unit, service, request.path_params["locale"], given)
        if forms.recheck(service.form, service.rules, given, around):
            return See(f"/drafts/{draft_id}/review")
    case = submitting.submit(unit, actor, draft_id, form.get("digest"))
    return See(f"/cases/{case.reference}/receipt")

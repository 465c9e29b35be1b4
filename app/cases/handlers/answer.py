"""Answering a request for information: only the marked questions open, nothing else is asked twice."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from app import catalogue, forms
from app.cases import answering, answers, asking, decisions, messaging, queries, showing, telling, vault
from app.cases.models import InformationRequest
from app.cases.pages import Answer, WrongAnswer
from app.kit import blobs, i18n, views
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Form
from app.kit.pages import Answer as AnyAnswer
from app.kit.pages import See
from app.kit.views import FieldError

REASONS = {
    "missing": N_("Something is missing."),
    "wrong": N_("Something does not fit."),
    "outdated": N_("Something is out of date."),
    asking.HEARING: N_("Before we decide, you can say what you think."),
}
STATEMENT = "statement"
SAY = forms.Form.model_validate(
    {"fields": {STATEMENT: {"type": "long_text", "max": "5000"}}, "steps": [{"id": STATEMENT, "ask": STATEMENT}]}
)


def show(request: Request, unit: Unit) -> AnyAnswer:
    case = queries.own_case(unit, request.state.actor, request.path_params["reference"])
    service = catalogue.version(unit, case.version)
    asked = asking.opened(unit, case)
    locale = request.path_params["locale"]
    around = showing.around(unit, service, locale, answers.current(unit, case.id))
    typed = {name: forms.typed(field, around.answers.get(name), around) for name, field in _fields(service, asked)}
    return _page(request, unit, case, service, asked, around, typed, {})


def create(request: Request, form: Form, unit: Unit) -> AnyAnswer:
    """Read the new answers; with one that is wrong nothing is sent, and everything typed stays."""
    actor, locale = request.state.actor, request.path_params["locale"]
    case = queries.locked(unit, queries.own_case(unit, actor, request.path_params["reference"]).id)
    service = catalogue.version(unit, case.version)
    asked = asking.opened(unit, case)
    around = showing.around(unit, service, locale, answers.current(unit, case.id))
    outcomes = {
        name: forms.parse(field, form.texts, around, tuple(form.files.get(name, ())))
        for name, field in _fields(service, asked)
    }
    if any(outcome.errors for outcome in outcomes.values()):
        typed = {name: outcome.typed for name, outcome in outcomes.items()}
        return _page(request, unit, case, service, asked, around, typed, {n: o.errors for n, o in outcomes.items()})
    for name, outcome in outcomes.items():
        wanted = {file["blob"] for file in outcome.answer or ()} if form.files.get(name) else set()
        for received in form.files.get(name, ()):
            if str(received.id) in wanted:
                blobs.attach(unit, case.id, received)
    if asked.reason == asking.HEARING:
        said = str(outcomes[STATEMENT].answer)
        messaging.write(unit, case, actor, telling.person_name(unit, case), said, ours=False)
    answering.send(
        unit, case, actor, {name: outcome.answer for name, outcome in outcomes.items() if name in asked.fields}
    )
    return See(f"/cases/{case.reference}", said="answered")


def _fields(service: catalogue.Service, asked: Any) -> list[tuple[str, Any]]:
    """The marked questions; a hearing has one of its own: what the person wants to say."""
    if asked.reason == asking.HEARING:
        return [(STATEMENT, SAY.fields[STATEMENT])]
    return [(name, service.form.fields[name]) for name in asked.fields if name in service.form.fields]


def _page(
    request: Request,
    unit: Unit,
    case: queries.Case,
    service: catalogue.Service,
    asked: Any,
    around: forms.Around,
    typed: Mapping[str, Any],
    errors: Mapping[str, Any],
) -> Answer:
    locale = request.path_params["locale"]
    said = showing.words(unit, service, locale)
    hearing = asked.reason == asking.HEARING
    if hearing:
        label = translate(locale, N_("What do you want to say?"))
        said = forms.Words({"field.statement.label": label}.get, locale)
    controls: list[Any] = []
    found: list[FieldError] = []
    for name, field in _fields(service, asked):
        wrong = errors.get(name, {})
        controls.extend(forms.controls(field, typed[name], wrong, said, around))
        found.extend(
            FieldError(forms.html_id(html), words) for html, words in forms.sentences(field, wrong, said).items()
        )
    words: dict[str, str] = vault.unseal(unit, case.id, InformationRequest, "words", asked.id, asked.words)
    spoken = next((each for each in (locale, case.locale, *decisions.languages(unit, case)) if words.get(each)), "")
    kind = WrongAnswer if found else Answer
    return kind(
        service=str(catalogue.texts(unit, service, locale)("service.name")),
        reference=case.reference,
        case_url=f"/{locale}/cases/{case.reference}",
        reason=translate(locale, REASONS.get(asked.reason, REASONS["missing"])),
        words=tuple(words.get(spoken, "").splitlines()),
        words_lang=i18n.lang_tag(spoken) if spoken and spoken != locale else "",
        by=str(catalogue.department_name(unit, case.department, locale)),
        asked=views.moment(asked.at, locale, unit.town.zone),
        due=views.day(asked.until, locale) if asked.until else None,
        clock_note="" if hearing else translate(locale, N_("While you answer, our clock is stopped.")),
        fields=tuple(controls),
        errors=tuple(found),
        multipart=any(field.type == "file" for _, field in _fields(service, asked)),
        action_url=f"/{locale}/cases/{case.reference}/answers",
    )

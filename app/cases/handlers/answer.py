"""Answering a request for information: only the marked questions open, nothing else is asked twice."""

from collections.abc import Mapping
from dataclasses import replace
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
UNASKED = ("group", "note", "declaration")
"""What is not asked again on this page."""
SAY = forms.Form.model_validate(
    {"fields": {STATEMENT: {"type": "long_text", "max": "5000"}}, "steps": [{"id": STATEMENT, "ask": STATEMENT}]}
)


def show(request: Request, unit: Unit) -> AnyAnswer:
    case = queries.own_case(unit, request.state.actor, request.path_params["reference"])
    service = catalogue.version(unit, case.version)
    asked = asking.opened(unit, case)
    around = _around(request, unit, case, service, asked)
    fields = _marked(service, asked)
    typed = {name: forms.typed(field, around.answers.get(name), around) for name, field in fields.items()}
    return _page(request, unit, case, service, asked, around, fields, typed, {})


def create(request: Request, form: Form, unit: Unit) -> AnyAnswer:
    """Read the new answers. With one that is wrong nothing is sent; everything typed stays, and good files are kept."""
    actor = request.state.actor
    case = queries.locked(unit, queries.own_case(unit, actor, request.path_params["reference"]).id)
    service = catalogue.version(unit, case.version)
    asked = asking.opened(unit, case)
    around = _around(request, unit, case, service, asked)
    fields = _marked(service, asked)
    outcomes = _read(form, service, around, fields)
    _attach(unit, case, form, outcomes)
    wrong = {name: outcome.errors for name, outcome in outcomes.items() if outcome.errors}
    if wrong:
        files = {name: out.answer for name, out in outcomes.items() if fields[name].type == "file" and out.answer}
        asking.keep(unit, case, asked, files)
        typed = {name: outcome.typed for name, outcome in outcomes.items()}
        shown = replace(around, answers={**around.answers, **files})
        return _page(request, unit, case, service, asked, shown, fields, typed, wrong)
    if asked.reason == asking.HEARING:
        said = str(outcomes[STATEMENT].answer)
        messaging.write(unit, case, actor, telling.person_name(unit, case), said, ours=False)
    answering.send(unit, case, actor, {name: outcome.answer for name, outcome in outcomes.items() if name != STATEMENT})
    return See(f"/cases/{case.reference}", said="answered")


def _around(request: Request, unit: Unit, case: queries.Case, service: catalogue.Service, asked: Any) -> forms.Around:
    whole = {**answers.current(unit, case.id), **asking.kept(unit, case, asked)}
    return showing.around(unit, service, request.path_params["locale"], whole)


def _marked(service: catalogue.Service, asked: Any) -> dict[str, Any]:
    """The marked questions; what the office asks for is not optional, whatever the form says. A hearing has a question
    of its own: what the person wants to say."""
    if asked.reason == asking.HEARING:
        return {STATEMENT: SAY.fields[STATEMENT]}
    known = service.form.fields
    return {name: known[name].model_copy(update={"optional": False}) for name in asked.fields if name in known}


def _read(
    form: Form, service: catalogue.Service, around: forms.Around, fields: dict[str, Any]
) -> dict[str, forms.Outcome]:
    """The new answers by field. An answer may open a further question: it is asked along, and joins `fields`."""
    outcomes: dict[str, forms.Outcome] = {}
    while True:
        for name in fields.keys() - outcomes.keys():
            outcomes[name] = forms.parse(fields[name], form.texts, around, tuple(form.files.get(name, ())))
        whole = {**around.answers, **{name: outcome.answer for name, outcome in outcomes.items()}}
        steps = forms.reachable(service.form, service.rules, whole, around.today)
        opened = [step.ask for step in steps if step.ask not in whole and step.ask not in fields]
        further = {name: field for name in opened if (field := service.form.fields[name]).type not in UNASKED}
        if STATEMENT in fields or not further:
            return {name: outcomes[name] for name in fields}
        fields.update(further)


def _attach(unit: Unit, case: queries.Case, form: Form, outcomes: Mapping[str, forms.Outcome]) -> None:
    """Files that arrived well belong to the case, even when another answer was wrong."""
    for name, received in form.files.items():
        kept = {file["blob"] for file in outcomes[name].answer or ()} if name in outcomes else set()
        for one in received:
            if str(one.id) in kept:
                blobs.attach(unit, case.id, one)


def _page(
    request: Request,
    unit: Unit,
    case: queries.Case,
    service: catalogue.Service,
    asked: Any,
    around: forms.Around,
    fields: Mapping[str, Any],
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
    for name, field in fields.items():
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
        multipart=any(field.type == "file" for field in fields.values()),
        action_url=f"/{locale}/cases/{case.reference}/answers",
    )

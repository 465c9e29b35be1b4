"""Answering a request for information: only the marked questions open, nothing else is asked twice."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from starlette.requests import Request

from app import catalogue, forms
from app.cases import (
    addressees,
    answering,
    asking,
    decisions,
    marked,
    messaging,
    queries,
    rows,
    showing,
    uploads,
    wording,
)  # fmt: skip
from app.cases.form_pages import LATER
from app.cases.helping import naming, reaching
from app.cases.marked import STATEMENT, Marked
from app.cases.pages import Answer, WrongAnswer
from app.cases.views import withheld
from app.cases.views.asked import REASONS, said
from app.kit import i18n, views
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form
from app.kit.pages import Answer as AnyAnswer
from app.kit.pages import See
from app.kit.views import FieldError

ASKED, SAY = N_("The office needs something from you"), N_("Your say before we decide")


def show(request: Request, unit: Unit, again: Again | None = None) -> AnyAnswer:
    case = queries.own_case(unit, request.state.actor, request.path_params["reference"])
    asked = _asked(request, unit, case)
    return _page(unit, case, asked.as_typed(again.form) if again else asked, {})


def create(request: Request, form: Form, unit: Unit) -> AnyAnswer:
    """Read the new answers. Until all are good nothing is sent, and everything is kept as it stands."""
    actor = request.state.actor
    case = queries.locked(unit, queries.own_case(unit, actor, request.path_params["reference"]).id)
    asked = _asked(request, unit, case)
    outcomes = asked.read(form)
    for name, outcome in outcomes.items():
        if asked.field(name).type == "file":
            came, before = form.files.get(name, ()), asked.around.answers.get(name)
            uploads.hold(unit, case.id, came, outcome.answer, before, asked.filed.get(name))
    errors = {name: outcome.errors for name, outcome in outcomes.items() if outcome.errors}
    elsewhere = _elsewhere(case, outcomes, asked, form)
    if errors or elsewhere:
        _keep(unit, case, asked, outcomes)
        return elsewhere or _page(unit, case, _asked(request, unit, case).as_typed(form), errors)
    if asked.is_hearing:
        said = str(outcomes[STATEMENT].answer)
        writer = reaching.acting(unit, actor)
        who = naming.signature(unit, writer, addressees.person_name(unit, case))
        messaging.write(unit, case, writer, who, said, ours=False)
    answering.send(unit, case, actor, {name: outcome.answer for name, outcome in outcomes.items() if name != STATEMENT})
    return See(f"/cases/{case.reference}", said="answered")


def _asked(request: Request, unit: Unit, case: queries.Case) -> Marked:
    """What is asked, as this reader may see it."""
    kept = withheld.from_reader(unit, case, request.state.actor)
    service = wording.of_case(unit, request.state.actor, case)
    return marked.of(unit, case, service, request.path_params["locale"], kept)


def _elsewhere(case: queries.Case, outcomes: Mapping[str, forms.Outcome], asked: Marked, form: Form) -> See | None:
    """Where another button leads than the one that sends: to a row, to the same page with one thing less, or away."""
    here = f"/cases/{case.reference}/answers"
    for name in outcomes:
        button, row_id = forms.pressed(asked.field(name), form.texts) or ("", "")
        if button == "remove":
            return See(here)
        if button:
            return See(f"{here}/{name}/{rows.NEW if button == 'add' else quote(row_id, safe='')}")
    return See(f"/cases/{case.reference}", said="kept") if form.get("then") == LATER else None


def _keep(unit: Unit, case: queries.Case, asked: Marked, outcomes: Mapping[str, forms.Outcome]) -> None:
    """Good answers, the good files among bad ones, and the rest as it was typed."""
    given = {name: out.answer for name, out in outcomes.items() if not out.errors or asked.field(name).type == "file"}
    half = {name: out.typed if out.errors else {} for name, out in outcomes.items()}
    asking.keep(unit, case, asked.request, given, half)


def _page(unit: Unit, case: queries.Case, asked: Marked, errors: Mapping[str, Any]) -> Answer:
    locale = asked.around.locale
    labels = showing.words(unit, asked.service, locale)
    if asked.is_hearing:
        label = translate(locale, N_("What do you want to say?"))
        labels = forms.Words({"field.statement.label": label}.get, locale)
    controls: list[Any] = []
    found: list[FieldError] = []
    for name, field in asked.fields.items():
        wrong = errors.get(name, {})
        controls.extend(forms.controls(field, asked.typed(field), wrong, labels, asked.around))
        found.extend(
            FieldError(forms.html_id(html), problem) for html, problem in forms.sentences(field, wrong, labels).items()
        )
    open_one = asked.request
    spoken, words = said(unit, case, open_one, (locale, case.locale, *decisions.languages(unit, case)))
    kind = WrongAnswer if found else Answer
    return kind(
        title=translate(locale, SAY if asked.is_hearing else ASKED),
        reference=case.reference,
        case_url=f"/{locale}/cases/{case.reference}",
        reason="" if asked.is_hearing else translate(locale, REASONS.get(open_one.reason, REASONS["missing"])),
        words=words,
        words_lang=i18n.lang_tag(spoken) if spoken and spoken != locale else "",
        by=str(catalogue.department_name(unit, case.department, locale)),
        asked=views.moment(open_one.at, locale, unit.town.zone),
        due=views.day(open_one.until, locale) if open_one.until else None,
        clock_note="" if asked.is_hearing else translate(locale, N_("While you answer, our clock is stopped.")),
        fields=tuple(controls),
        errors=tuple(found),
        multipart=any(field.type == "file" for field in asked.fields.values()),
        action_url=f"/{locale}/cases/{case.reference}/answers",
        button=translate(locale, N_("Send it") if asked.is_hearing else N_("Send these answers")),
    )

"""The desk's side of a barrier: the list of reports, where one lies, and in which release it is mended."""

from starlette.requests import Request

from app import __version__, cases, catalogue, forms
from app.cases import Case
from app.codesign import places, queries, releases, statements, triaging
from app.codesign.pages import Answer, BarrierLine, Barriers, Triage
from app.codesign.queries import Row
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, lang_tag, translate
from app.kit.inputs import Again, Form, Invalid, Problem, text
from app.kit.pages import Page, See
from app.kit.views import Link, Option, again_errors, moment

TOLD = ("doing", "stopped", "page", "uses")
CHOOSE_PART = N_("Choose where the barrier is")
CHOOSE_CRITERION = N_("Choose a criterion, or “none of them”")


def index(request: Request, unit: Unit) -> Page:
    """Reports that are not closed, in this clerk's departments."""
    actor, locale = _staff(request), request.path_params["locale"]
    rows = {row.case_id: row for row in queries.standing(unit)}
    found = cases.briefs(unit, actor, rows)
    lines = tuple(_line(unit, case, rows[case.id], locale) for case in found)
    return Barriers(lines, f"/{locale}/accessibility/reports")


def show(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, case = _open(request, unit)
    barrier = triaging.of(unit, case)
    cases.look(unit, actor, case)
    return _page(unit, actor, case, barrier, request.path_params["locale"], again)


def place(request: Request, form: Form, unit: Unit) -> See:
    actor, case = _open(request, unit)
    component, criterion = text(form, "component", most=60), text(form, "criterion", most=10)
    errors = {}
    if component not in places.components("en"):
        errors["component"] = Problem(CHOOSE_PART)
    if criterion != places.NONE and criterion not in places.criteria("en"):
        errors["criterion"] = Problem(CHOOSE_CRITERION)
    if errors:
        raise Invalid(errors)
    triaging.place(unit, case, actor, component, "" if criterion == places.NONE else criterion)
    cases.changed(unit, actor, case, "placed")
    return See(f"/desk/cases/{case.reference}/barrier", said="placed")


def mend(request: Request, form: Form, unit: Unit) -> See:
    actor, case = _open(request, unit)
    triaging.mend(unit, case, actor, releases.release(form))
    cases.changed(unit, actor, case, "mended")
    return See(f"/desk/cases/{case.reference}/barrier", said="mended")


def _staff(request: Request) -> Actor:
    actor: Actor = request.state.actor
    if not actor.is_staff:
        raise NotFound
    return actor


def _open(request: Request, unit: Unit) -> tuple[Actor, Case]:
    actor = _staff(request)
    return actor, cases.desk_case(unit, actor, request.path_params["reference"])


def _line(unit: Unit, case: cases.Brief, barrier: Row, locale: str) -> BarrierLine:
    return BarrierLine(
        reference=case.reference,
        url=f"/{locale}/desk/cases/{case.reference}/barrier",
        state=_state(unit, case, locale),
        where=_where(barrier, locale),
        effort=statements.effort(barrier.effort, locale),
        since=moment(barrier.since, locale, unit.town.zone),
    )


def _state(unit: Unit, case: Case | cases.Brief, locale: str) -> str:
    service = catalogue.version(unit, case.version)
    return str(catalogue.texts(unit, service, locale)(f"state.{case.state}.name"))


def _where(barrier: Row, locale: str) -> str:
    """The part and the criterion; "" while it is not placed."""
    if barrier.placed_at is None:
        return ""
    part, criterion = statements.component(barrier.component, locale), statements.criterion(barrier.criterion, locale)
    return f"{part} · {criterion}" if criterion else part


def _page(unit: Unit, actor: Actor, case: Case, barrier: Row, locale: str, again: Again | None) -> Page:
    form = again.form if again else Form()
    ways = {way.id: way for way in cases.offered(unit, actor, case, locale)}
    desk = f"/{locale}/desk/cases/{case.reference}"
    refuse = Link(ways["refuse"].label, f"{desk}/steps/refuse") if "refuse" in ways else None
    criterion = (barrier.criterion or places.NONE) if barrier.placed_at else ""
    return Triage(
        reference=case.reference,
        state=_state(unit, case, locale),
        effort=statements.effort(barrier.effort, locale),
        since=moment(barrier.since, locale, unit.town.zone),
        answers=_answers(unit, case, locale),
        answers_lang=lang_tag(case.locale) if case.locale != locale else "",
        placed=_where(barrier, locale),
        mended=barrier.release if barrier.mended_at else "",
        components=[Option(id, name) for id, name in places.components(locale).items()],
        component=form.get("component") or barrier.component,
        criteria=_criteria(locale),
        criterion=form.get("criterion") or criterion,
        may_place=case.state in (triaging.REPORTED, *triaging.KNOWN),
        may_mend=case.state in triaging.KNOWN,
        may_correct=triaging.may_correct(case, barrier),
        release=form.get("release") or barrier.release or __version__,
        case_url=desk,
        refuse=refuse,
        action_url=f"{desk}/barrier",
        mending_url=f"{desk}/barrier/mending",
        errors=again_errors(again, locale),
    )


def _criteria(locale: str) -> list[Option]:
    none = Option(places.NONE, translate(locale, N_("None of them")))
    return [none, *(Option(number, statements.criterion(number, locale)) for number in places.criteria(locale))]


def _answers(unit: Unit, case: Case, locale: str) -> list[Answer]:
    """Her own words, below the questions in the clerk's language."""
    service, filed = catalogue.version(unit, case.version), cases.current(unit, case.id)
    words = forms.Words(catalogue.texts(unit, service, locale).get, locale)
    return [
        Answer(words.label(service.form.fields[name].path), str(filed[name]).split("\n"))
        for name in TOLD
        if filed.get(name)
    ]

"""Filling a form in for somebody: whom it is for, then all its questions on one page."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote

from starlette.requests import Request

from app import catalogue, forms
from app.cases import hands
from app.cases.together import related
from app.desk import entering, needs
from app.desk.intake_pages import Alike, Begun, Dense, Start, WrongDense
from app.desk.pages import Option
from app.desk.person import VIA
from app.kit import i18n, views
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, Invalid, Problem, one_of, text
from app.kit.pages import Answer, Page, See
from app.kit.views import FieldError, again_errors, error_of

WHO = N_("Choose how you know who it is.")
KNOWN = {
    "document": N_("I saw a document"),
    "attested": N_("I know the person and vouch for it"),
    "told": N_("The person says so"),
}
PROVES_LATER = N_("For some services the person has to show a document later.")
DECLARED = {
    "spoken": N_("Spoken, and I wrote it down"),
    "signed": N_("Signed on paper"),
    "code": N_("With a code that the person gets and reads to me"),
}
TALKING = ("counter", "phone")
"""Where the person is there to read a code."""
OPENED = N_("This question is new: your other answers ask it.")


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, locale = entering.staff(request), request.path_params["locale"]
    form = again.form if again else Form()
    paper = form.get("paper") if again else request.query_params.get("paper", "")[:36]
    return Start(
        services=[Option(each.id, _name(unit, each, locale)) for each in hands.services(unit, actor)],
        service=form.get("service"),
        channels=[Option(via, translate(locale, VIA[via])) for via in hands.VIA],
        channel=form.get("channel") or ("post" if paper else ""),
        paper=paper,
        knowledge=[
            Option(known, translate(locale, KNOWN[known]), translate(locale, PROVES_LATER) if known == "told" else "")
            for known in hands.KNOWN
        ],
        known=form.get("known"),
        number=form.get("number"),
        name=form.get("name"),
        languages=[Option(each, i18n.language_name(each, locale)) for each in i18n.LOCALES],
        language=form.get("language") or locale,
        begun=[
            Begun(
                _name(unit, each.service, locale),
                each.whom.name,
                views.moment(each.draft.touched_at, locale, unit.town.zone),
                f"/{locale}/desk/intake/{each.draft.id}",
            )
            for each in hands.in_hand(unit, actor)
        ],
        action_url=f"/{locale}/desk/intake",
        errors=again_errors(again, locale),
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor = entering.staff(request)
    services = {each.id: each for each in hands.services(unit, actor)}
    errors: dict[str, Problem] = {}
    chosen = {
        name: _chosen(form, name, options, asks, errors)
        for name, options, asks in (
            ("service", tuple(services), N_("Choose what the person asks for.")),
            ("channel", hands.VIA, N_("Choose how it comes.")),
            ("known", hands.KNOWN, WHO),
            ("language", i18n.LOCALES, N_("Choose the language of the person.")),
        )
    }
    whom = _whom(unit, form, chosen["known"], errors)
    if errors:
        raise Invalid(errors)
    whom = replace(whom, paper=form.get("paper")[:36])
    draft_id = hands.begin(unit, actor, services[chosen["service"]], whom, chosen["channel"], chosen["language"])
    return See(f"/desk/intake/{draft_id}")


def _chosen(form: Form, name: str, options: tuple[str, ...], asks: str, errors: dict[str, Problem]) -> str:
    try:
        return one_of(form, name, options, required=asks)
    except Invalid as problem:
        errors |= problem.errors
        return ""


def _whom(unit: Unit, form: Form, known: str, errors: dict[str, Problem]) -> hands.Whom:
    """Somebody of the record by the number of her document, or a name only."""
    try:
        number, name = text(form, "number", most=40), text(form, "name", most=200)
    except Invalid as problem:
        errors |= problem.errors
        return hands.Whom("", known)
    found = hands.of_number(unit, number) if number else None
    if number and found is None:
        errors["number"] = Problem(N_("Nobody in the register has this number. Check it, or write only the name."))
    if not number and not name:
        errors["name"] = Problem(N_("Write the name, or the number of a document."))
    return hands.Whom(found[1], known, found[0]) if found else hands.Whom(name, known)


def edit(request: Request, unit: Unit, again: Again | None = None) -> Answer:
    actor, locale = entering.staff(request), request.path_params["locale"]
    try:
        held = hands.held(unit, actor, request.path_params["draft"])
    except NotFound:
        return _sent(unit, actor, request)
    dense = hands.of(unit, held, locale)
    hands.look(unit, held)
    form = again.form if again else Form()
    return _page(unit, dense.as_typed(form) if again else dense, form, {}, (), locale)


def update(request: Request, form: Form, unit: Unit) -> Answer:
    """Keep what was written; go where a button leads, ask what the answers open, or send it."""
    actor, locale = entering.staff(request), request.path_params["locale"]
    try:
        held = hands.held(unit, actor, request.path_params["draft"])
    except NotFound:
        return _sent(unit, actor, request)
    dense = hands.of(unit, held, locale)
    outcomes, button = dense.read(form), dense.pressed(form)
    dense = hands.keep(unit, dense, form, outcomes)
    hands.declaring.forget(unit, dense.held)
    here = f"/desk/intake/{held.draft.id}"
    opened = dense.opened(form)
    if button:
        what, name, row = button
        return See(here if what == "remove" else f"{here}/{name}/{hands.NEW if what == 'add' else quote(row, safe='')}")
    if form.get("then") == "later":
        return See("/desk/intake", said="kept")
    if form.get("then") == "show":
        return See(f"{here}#{dense.first(opened[0])}" if opened else here)
    day, wrong = hands.came(unit, form, locale) if held.actor.via == "post" else (None, {})
    errors = [
        *dense.errors(outcomes),
        *(error_of(dense.first(name), dense.label(name), translate(locale, OPENED), locale) for name in opened),
        *_undeclared(unit, form, dense, locale),
        *hands.came_errors(wrong, locale),
    ]
    if errors:
        hands.look(unit, held)
        return _page(unit, dense, form, outcomes, errors, locale, wrong)
    if form.get("_declared") == hands.declaring.BY_CODE:
        hands.declaring.wait(unit, dense.held, text(form, "_who", most=200), day)
        return See(f"{here}/code")
    said = hands.Declaration(form.get("_declared"), text(form, "_who", most=200), entering.signature(unit, actor), day)
    case = hands.take_in(unit, dense, said)
    paper = f"?paper={held.whom.paper}" if held.whom.paper else ""
    return See(f"/desk/cases/{case.reference}/receipt{paper}", said="taken_in")


def _sent(unit: Unit, actor: Actor, request: Request) -> See:
    case = hands.sent(unit, actor, request.path_params["draft"])
    return See(f"/desk/cases/{case.reference}/receipt")


def _declarations(held: hands.Held) -> tuple[str, ...]:
    by_code = hands.declaring.BY_CODE
    return tuple(how for how in hands.DECLARED if how != by_code or held.actor.via in TALKING)


def _undeclared(unit: Unit, form: Form, dense: hands.Dense, locale: str) -> list[FieldError]:
    found, how = [], form.get("_declared")
    if how not in _declarations(dense.held):
        found.append(FieldError("_declared", translate(locale, N_("Say how the person declared it."))))
    if how == hands.declaring.BY_CODE and not hands.declaring.ways(unit, dense):
        found.append(FieldError("_declared", translate(locale, hands.declaring.NO_WAY)))
    try:
        text(form, "_who", required=N_("Write who declared it."), most=200)
    except Invalid as problem:
        found += views.errors(problem.errors, locale)
    return found


def _page(
    unit: Unit,
    dense: hands.Dense,
    form: Form,
    outcomes: dict[str, forms.Outcome],
    errors: "list[FieldError] | tuple[FieldError, ...]",
    locale: str,
    wrong: Mapping[str, forms.Problem] | None = None,
) -> Dense:
    held = dense.held
    kind = WrongDense if errors else Dense
    return kind(
        service=_name(unit, held.service, locale),
        name=held.whom.name,
        channel=translate(locale, VIA[held.actor.via]),
        known=translate(locale, KNOWN[held.whom.known]),
        needs=needs.at_work(unit, hands.whose(unit, held.whom.person_id), locale),
        alike=_alike(unit, held, locale),
        parts=dense.draw(outcomes),
        asked=dense.way,
        statements=dense.statements,
        declarations=[Option(how, translate(locale, DECLARED[how])) for how in _declarations(held)],
        declared=form.get("_declared"),
        who=form.get("_who") if "_who" in form.texts else held.whom.name,
        came=hands.draw_came(unit, locale, form, wrong or {}) if held.actor.via == "post" else None,
        multipart=any(held.service.form.fields[name].type == "file" for name in dense.way),
        action_url=f"/{locale}/desk/intake/{held.draft.id}",
        back_url=f"/{locale}/desk/intake",
        errors=tuple(errors),
    )


def _alike(unit: Unit, held: hands.Held, locale: str) -> list[Alike]:
    return [
        Alike(reference, f"/{locale}/desk/cases/{reference}", views.moment(received, locale, unit.town.zone))
        for reference, received in related.alike(unit, held.actor, held.whom.person_id, held.service.id)
    ]


def _name(unit: Unit, service: catalogue.Service, locale: str) -> str:
    return str(catalogue.texts(unit, service, locale)("service.name"))

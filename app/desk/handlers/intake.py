"""Filling a form in for somebody: all its questions on one page."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from starlette.requests import Request

from app import catalogue, forms
from app.cases import hands
from app.cases.together import related
from app.desk import entering, needs
from app.desk.handlers.intake_start import KNOWN
from app.desk.intake_pages import Alike, Dense, WrongDense
from app.desk.pages import Option
from app.desk.person import VIA
from app.kit import views
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, Invalid, email, text
from app.kit.pages import Answer, See
from app.kit.views import FieldError, error_of

DECLARED = {
    "spoken": N_("Spoken, and I wrote it down"),
    "signed": N_("Signed on paper"),
    "code": N_("With a code that the person gets and reads to me"),
}
TALKING = ("counter", "phone")
"""Where the person is there to read a code."""
REPORTED = N_("This looks the same as what is reported already. Read it first, then send again if it is another one.")
OPENED = N_("This question is new: your other answers ask it.")


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
    if form.get("case") or form.get("tell"):
        return _seen_too(unit, dense, form, locale)
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
    doubles = hands.doubles(unit, dense, locale)
    if form.get("then") == "alike":
        return See(f"{here}#alike") if doubles else See(f"{here}#{_looks_after(dense)}", said="none_alike")
    if form.get("then") == "show":
        return See(f"{here}#{dense.first(opened[0])}" if opened else here)
    day, wrong = hands.came(unit, form, locale) if held.actor.via == "post" else (None, {})
    errors = [
        *dense.errors(outcomes),
        *(error_of(dense.first(name), dense.label(name), translate(locale, OPENED), locale) for name in opened),
        *_unread(doubles, form, locale),
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


def _seen_too(unit: Unit, dense: hands.Dense, form: Form, locale: str) -> Answer:
    """She is counted onto what is reported already, and her own form is not needed any more."""
    tell, address = bool(form.get("tell")), ""
    if form.get("_news").strip():
        try:
            address = email(form, "_news", required="")
        except Invalid as problem:
            return _page(unit, dense, form, {}, views.errors(problem.errors, locale), locale)
    if not hands.see(unit, dense, form.get("tell") or form.get("case"), tell=tell, email=address):
        return See(f"/desk/intake/{dense.held.draft.id}", said="over_too_of")
    return See("/desk/intake", said="told_too_of" if tell else "news_asked_of" if address else "seen_too_of")


def _unread(doubles: Sequence[hands.Reported], form: Form, locale: str) -> list[FieldError]:
    """What looks the same and did not stand on the page that was sent."""
    if {one.mark for one in doubles} <= {*form.texts.get("_alike", ())}:
        return []
    return [FieldError("alike", translate(locale, REPORTED))]


def _looks_after(dense: hands.Dense) -> str:
    name = hands.last_of_doubles(dense)
    return dense.first(name) if name else ""


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
        reported=hands.doubles(unit, dense, locale),
        tells=hands.can_be_told(unit, dense),
        news=form.get("_news"),
        looks_after=_looks_after(dense),
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

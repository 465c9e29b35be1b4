"""Noting a call, a visit or a letter: without a case in four fields, with a case in three."""

from uuid import UUID

from starlette.requests import Request

from app import cases
from app.cases import Case, at_her_word, hands
from app.desk import entering, spoken
from app.desk.call_pages import CallPage
from app.desk.pages import Option
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, Invalid, Problem, one_of, text
from app.kit.pages import Page, See
from app.kit.views import Link, again_errors

MOST = 500
WAYS = {
    "withdrawal": N_("Take the request back for the person"),
    "appeal": N_("Write an appeal for the person"),
}
DIGITS, LETTERS = 5, 2
"""So many digits, and no more letters, are meant as the number of a document."""


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, case = _case(request, unit)
    locale, form = request.path_params["locale"], again.form if again else Form()
    if case is not None:
        cases.look(unit, actor, case)
    below = f"/cases/{case.reference}" if case else ""
    return CallPage(
        reference=case.reference if case else "",
        who=form.get("who"),
        channels=[Option(via, translate(locale, hands.WORDS[via][1])) for via in ("phone", "counter", "post")],
        channel=form.get("channel"),
        about=form.get("about"),
        outcome=form.get("outcome"),
        ways=_ways(unit, case, locale) if case else (),
        action_url=f"/{locale}/desk{below}/calls",
        back_url=f"/{locale}/desk{below}",
        errors=again_errors(again, locale),
    )


def _ways(unit: Unit, case: Case, locale: str) -> tuple[Link, ...]:
    """What the person may ask for in this case, beside a word."""
    here = f"/{locale}/desk/cases/{case.reference}"
    found = tuple(Link(translate(locale, WAYS[way]), f"{here}/{way}") for way in at_her_word.ways(unit, case))
    return (*spoken.choices(unit, case, locale), *found)


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = _case(request, unit)
    errors: dict[str, Problem] = {}
    channel = about = outcome = ""
    try:
        channel = one_of(form, "channel", hands.VIA, required=N_("Choose how it came."))
    except Invalid as problem:
        errors |= problem.errors
    try:
        about = text(form, "about", required=N_("Write in a few words what it was about."), most=MOST)
    except Invalid as problem:
        errors |= problem.errors
    try:
        outcome = text(form, "outcome", most=MOST)
    except Invalid as problem:
        errors |= problem.errors
    name, person_id = _who(unit, form, errors) if case is None else ("", None)
    if errors:
        raise Invalid(errors)
    department = case.department if case else actor.office
    clerk = entering.signature(unit, actor)
    hands.note(unit, actor, hands.Heard(channel, about, outcome, clerk, department, name, person_id, case))
    return See(f"/desk/cases/{case.reference}" if case else "/desk/calls", said="called")


def _case(request: Request, unit: Unit) -> tuple[Actor, Case | None]:
    """The case of the address, if it has one."""
    if "reference" in request.path_params:
        return entering.open_case(request, unit)
    return entering.staff(request), None


def _who(unit: Unit, form: Form, errors: dict[str, Problem]) -> tuple[str, UUID | None]:
    """Somebody of the register by a number, or what was said of a name, or nothing."""
    try:
        typed = text(form, "who", most=200)
    except Invalid as problem:
        errors |= problem.errors
        return "", None
    found = hands.of_number(unit, typed) if typed else None
    if found:
        return "", found[0]
    if sum(sign.isdigit() for sign in typed) >= DIGITS and sum(sign.isalpha() for sign in typed) <= LETTERS:
        errors["who"] = Problem(N_("Nobody in the register has this number. Check it, or write only the name."))
    return typed, None

"""Pages of a paper that came in are cut out, turned, and added to the case they belong to."""

import io
from contextlib import suppress
from dataclasses import replace

from starlette.requests import Request

from app import cases, documents
from app.cases import hands
from app.desk import entering
from app.desk.handlers.papers import NO_PDF
from app.kit import blobs, db
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_
from app.kit.inputs import Form, Invalid, Problem, one_of, text
from app.kit.pages import See

TURNS = {
    "0": N_("As it is"),
    "90": N_("To the right"),
    "180": N_("Upside down"),
    "270": N_("To the left"),
}
KINDS = {"paper": N_("A paper of the case"), "answer": N_("An answer to what the office asked")}


def cut(request: Request, form: Form) -> None:
    """Make a file of the pages, while no unit is open; what cannot be made is said where it is added."""
    actor, request.state.cut = entering.staff_at_the_door(request), None
    with db.read(request.state.town) as unit:
        kept = hands.paper(unit, actor, request.path_params["paper"])
    first, last = _number(form, "first"), _number(form, "last")
    if 1 <= first <= last <= kept.pages and form.get("turn") in TURNS:
        with suppress(documents.Unreadable):
            made = documents.cut(request.state.town, kept.file, first, last, int(form.get("turn")))
            request.state.cut = blobs.receive(request.state.town, io.BytesIO(made), kept.name)


def place(request: Request, form: Form, unit: Unit) -> See:
    actor = entering.staff(request)
    kept = hands.paper(unit, actor, request.path_params["paper"])
    errors: dict[str, Problem] = {}
    first, last = _number(form, "first"), _number(form, "last")
    if not 1 <= first <= kept.pages:
        errors["first"] = Problem(N_("Write a page from 1 to %(pages)s."), {"pages": kept.pages})
    if not max(first, 1) <= last <= kept.pages:
        errors["last"] = Problem(N_("Write the same page or a later one, up to %(pages)s."), {"pages": kept.pages})
    for name, options, asks in (
        ("turn", tuple(TURNS), N_("Choose how to turn it.")),
        ("kind", tuple(KINDS), N_("Choose what it is.")),
    ):
        try:
            one_of(form, name, options, required=asks)
        except Invalid as problem:
            errors |= problem.errors
    try:
        case = cases.desk_case(unit, actor, text(form, "case-reference", most=40))
    except (NotFound, Invalid):
        case = None
        errors["case-reference"] = Problem(
            N_("We find no case of your offices with this reference. Check each letter.")
        )
    if not errors and request.state.cut is None:
        errors["first"] = Problem(NO_PDF, {"name": kept.name})
    if errors or case is None:
        raise Invalid(errors)
    made = replace(request.state.cut, name=kept.name)
    if form.get("kind") == "answer":
        hands.add_as_answer(unit, actor, kept, hands.locked(unit, case), made, first, last)
        return See(f"/desk/cases/{case.reference}/answers", said="paper_added")
    hands.add_paper(unit, actor, kept, case, made, first, last)
    return See(f"/desk/papers/{kept.id}", said="paper_added")


def _number(form: Form, name: str) -> int:
    digits = form.get(name).strip()
    return int(digits) if digits.isdecimal() and len(digits) < 5 else 0

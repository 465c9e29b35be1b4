"""Many cases at once: chosen from a part of the queue, done, looked at, taken back."""

import re
from collections.abc import Mapping, Sequence
from uuid import UUID

from starlette.requests import Request

from app import cases
from app.cases.queues import Order
from app.desk import entering
from app.desk.entering import staff
from app.desk.queues import batches
from app.desk.wanted import Address
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_
from app.kit.inputs import Again, Form, Invalid, Problem, one_of, text
from app.kit.pages import Page, See


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    return batches.choice(unit, staff(request), Address.of(request), again)


def create(request: Request, form: Form, unit: Unit) -> See:
    actor = staff(request)
    made = cases.queues.batches.carry_out(unit, actor, _order(unit, actor, form), _chosen(form))
    return See(f"/desk/batches/{made}")


def show(request: Request, unit: Unit) -> Page:
    batch = cases.queues.batches.one(unit, staff(request), request.path_params["batch"])
    return batches.done(unit, batch, request.path_params["locale"])


def undo(request: Request, form: Form, unit: Unit) -> See:
    actor, batch = staff(request), request.path_params["batch"]
    cases.queues.batches.undo(unit, actor, batch, batches.staff(unit, actor))
    return See(f"/desk/batches/{batch}", said="batch_undone")


def _chosen(form: Form) -> Sequence[str]:
    """Those that were ticked, or all that the page listed."""
    which = one_of(form, "which", (batches.TICKED, batches.ALL), required=N_("Choose which cases."))
    found = form.texts.get("cases" if which == batches.TICKED else "listed", ())
    if not found:
        raise Invalid({"cases": Problem(N_("Tick at least one case."))})
    return found


def _order(unit: Unit, actor: Actor, form: Form) -> Order:
    if form.get("kind").startswith(f"{batches.STEP}."):
        return _step(unit, actor, form)
    kind = one_of(form, "kind", tuple(batches.KINDS), required=N_("Choose what to do with the cases."))
    needed = N_("Write the note.") if kind == "note" else ""
    words = text(form, "words", required=needed, most=5000)
    colleagues = batches.staff(unit, actor)
    to = {"take": actor.account_id, "give": _colleague(form, colleagues)}.get(kind)
    return Order(kind, to, words, entering.signature(unit, actor), colleagues)


def _step(unit: Unit, actor: Actor, form: Form) -> Order:
    """A step of a service; whether a case may take it its own rule says, case by case."""
    _, service, transition = (*form.get("kind").split(".", 2), "", "")[:3]
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,59}", service) or not re.fullmatch(r"[a-z][a-z0-9_]{0,59}", transition):
        raise Invalid({"kind": Problem(N_("Choose what to do with the cases."))})
    words = text(form, "words", most=5000)
    return Order(batches.STEP, None, words, entering.signature(unit, actor), service=service, transition=transition)


def _colleague(form: Form, colleagues: Mapping[UUID, frozenset[str]]) -> UUID | None:
    if form.get("kind") != "give":
        return None
    known = {str(each): each for each in colleagues}
    chosen = one_of(form, "to", tuple(known), required=N_("Choose a colleague."))
    return known[chosen]

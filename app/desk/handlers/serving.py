"""A decision that waits in the portal is handed over at the window, to whoever is there to be seen."""

from collections.abc import Mapping

from starlette.requests import Request

from app import cases
from app.cases import served
from app.desk import entering
from app.desk.handlers.case import heading
from app.desk.lawful_pages import ServingPage
from app.desk.pages import Option
from app.desk.wanted import Address
from app.identity import linked
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, Mistakes, one_of
from app.kit.pages import Page, See
from app.kit.views import again_errors

TAKEN, LEFT = "taken", "left"
ANSWERS = {TAKEN: N_("Yes, the person has it now"), LEFT: N_("No, the person does not want it")}


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, case = entering.open_case(request, unit)
    address = Address.of(request)
    waits = served.waiting(unit, case.id)
    if waits is None:
        raise served.Served(path=f"/desk/cases/{case.reference}", link=N_("Back to the case"))
    cases.look(unit, actor, case)
    shown = cases.on_desk(unit, case, address.locale, str)
    form = again.form if again else Form()
    return ServingPage(
        reference=case.reference,
        heading=heading(shown, address.locale),
        case_url=address.case(case.reference),
        action_url=address.case(case.reference, "/serving"),
        document_url=address.case(case.reference, f"/documents/{waits.document_id}"),
        served=shown.served,
        options=_options(linked.SEEN, address.locale),
        seen=form.get("seen"),
        answers=_options(ANSWERS, address.locale),
        taken=form.get("taken"),
        errors=again_errors(again, address.locale),
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    there = See(Address.of(request).path(case.reference), said="handed_out")
    seen, taken = _read(form)
    if served.WINDOW in cases.pressed(unit, actor, case):
        return there
    served.at_window(unit, actor, case, taken=taken)
    cases.changed(unit, actor, case, "handed_out" if taken else "not_taken", why=f"seen:{seen}")
    return there


def _read(form: Form) -> tuple[str, bool]:
    """Everything that is missing at once."""
    wrong = Mistakes()
    seen = wrong.read(lambda: one_of(form, "seen", tuple(linked.SEEN), required=linked.SAY), "")
    answer = N_("Say whether the person took it.")
    taken = wrong.read(lambda: one_of(form, "taken", tuple(ANSWERS), required=answer), "")
    wrong.tell()
    return seen, taken == TAKEN


def _options(words: Mapping[str, str], locale: str) -> list[Option]:
    return [Option(value, translate(locale, label)) for value, label in words.items()]

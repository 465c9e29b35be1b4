"""Taking back what the person was not told yet: a decision, or a message."""

from collections.abc import Sequence

from markupsafe import Markup
from starlette.requests import Request

from app import cases
from app.cases import Case, OnDesk, lawful
from app.desk import entering
from app.desk.handlers.case import heading
from app.desk.lawful_pages import RecallPage
from app.desk.wanted import Address
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Form
from app.kit.pages import Page, See
from app.kit.views import When, moment


def new(request: Request, unit: Unit) -> Page:
    actor, case, shown, address = _opened(request, unit)
    pending = shown.pending
    if pending is None or not lawful.recallable(unit, actor, case):
        raise lawful.NotRecalled(path=f"/desk/cases/{case.reference}", link=N_("Back to the case"))
    lines = [pending.title, *(_in(pending.lang, pending.dir, line) for line in (*pending.reasons, *pending.conditions))]
    button = translate(address.locale, N_("Recall the decision"))
    return _page(shown, address, "/recall", pending.told_at, lines, button)


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    if lawful.recallable(unit, actor, case) or lawful.RECALL not in cases.pressed(unit, actor, case):
        lawful.recall(unit, actor, case)
        cases.changed(unit, actor, case, "recalled", told_later=True)
    return See(Address.of(request).path(case.reference), said="recalled")


def new_message(request: Request, unit: Unit) -> Page:
    actor, case, shown, address = _opened(request, unit)
    row = lawful.message(unit, case, request.path_params["message"])
    if not lawful.recallable_message(unit, actor, case, row):
        raise lawful.NotRecalled(path=f"/desk/cases/{case.reference}", link=N_("Back to the case"))
    message = next(each for each in shown.messages if each.id == f"message-{row.id}")
    button = translate(address.locale, N_("Recall this message"))
    told = moment(row.tell_at, address.locale, unit.town.zone)
    lines = [_in(message.lang, "auto", line) for line in message.paragraphs]
    return _page(shown, address, f"/messages/{row.id}/recall", told, lines, button)


def create_message(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    row = lawful.message(unit, case, request.path_params["message"])
    if row.recalled_at is None:
        lawful.recall_message(unit, actor, case, row.id)
        cases.changed(unit, actor, case, "recalled", told_later=True)
    return See(Address.of(request).path(case.reference), said="recalled")


def _opened(request: Request, unit: Unit) -> tuple[Actor, Case, OnDesk, Address]:
    actor, case = entering.open_case(request, unit)
    cases.look(unit, actor, case)
    address = Address.of(request)
    return actor, case, cases.on_desk(unit, case, address.locale, str), address


def _page(
    shown: OnDesk, address: Address, below: str, told: When, lines: Sequence[str | Markup], button: str
) -> RecallPage:
    reference = shown.case.reference
    return RecallPage(
        reference=reference,
        title=button,
        heading=heading(shown, address.locale),
        case_url=address.case(reference),
        action_url=address.case(reference, below),
        told=told,
        lines=lines,
        button=button,
    )


def _in(lang: str, direction: str, words: str) -> Markup:
    mark = Markup(' lang="{}"').format(lang) if lang else Markup("")
    return Markup('<span{} dir="{}">{}</span>').format(mark, direction or "auto", words)

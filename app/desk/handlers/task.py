"""Tasks on a case: what, who, until when; and done."""

from starlette.requests import Request

from app import cases, identity
from app.cases import Case, lawful
from app.cases.together import mergers, tasks
from app.desk import days, entering
from app.desk.queue_pages import Option
from app.desk.queues import working
from app.desk.queues.together_pages import TasksPage
from app.desk.wanted import Address
from app.kit.db import Unit
from app.kit.i18n import N_
from app.kit.inputs import Again, Form, one_of, text
from app.kit.pages import Page, See

UNTIL = "until"


def index(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, case = entering.open_case(request, unit)
    cases.look(unit, actor, case)
    address, form = Address.of(request), again.form if again else Form()
    here = address.case(case.reference, "/tasks")
    return TasksPage(
        reference=case.reference,
        case_url=address.case(case.reference),
        heading=working.heading(unit, case, address.locale),
        tasks=working.tasks(unit, case, address),
        action_url=here,
        what=form.get("what"),
        colleagues=[Option(str(each.id), each.name) for each in _colleagues(unit, case)],
        who=form.get("who") or str(actor.account_id or ""),
        until=days.plain(UNTIL, N_("Until when?"), address.locale, lawful.today(unit), again, optional=True),
        errors=days.errors(again, address.locale, UNTIL),
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    what = text(form, "what", required=N_("Say what has to be done."), most=500)
    known = {str(each.id): each.id for each in _colleagues(unit, case)}
    who = one_of(form, "who", tuple(known), required=N_("Choose who does it."))
    address = Address.of(request)
    until = days.read_if_written(form, UNTIL, address.locale, lawful.today(unit))
    tasks.add(unit, actor, case, what, known[who], until)
    return See(address.path(case.reference, "/tasks"), said="task_added")


def finish(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    tasks.finish(unit, actor, case, request.path_params["task"])
    there = mergers.goes_on(unit, case) or case
    return See(Address.of(request).path(there.reference, "/tasks"), said="task_done")


def see(request: Request, form: Form, unit: Unit) -> See:
    """She has seen that she was named in a note."""
    cases.together.mentions.see(unit, entering.staff(request), request.path_params["mention"])
    return See("/desk")


def _colleagues(unit: Unit, case: Case) -> list[identity.Colleague]:
    return identity.colleagues(unit, [case.department])

"""The queue, and finding a case by its reference."""

from starlette.requests import Request

from app import cases
from app.desk.entering import ELSEWHERE, staff
from app.desk.queue import pane
from app.desk.queue_pages import QueuePage
from app.desk.queues import visits
from app.desk.wanted import Address
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_
from app.kit.pages import Answer, See


class UnknownReference(NotFound):
    title = N_("We cannot find this case")
    words = N_("Check each letter and digit of the reference. A case of another department is not shown here.")


def index(request: Request, unit: Unit) -> Answer:
    actor = staff(request)
    reference = request.query_params.get("reference", "").strip()
    if reference:
        return _find(unit, request, reference)
    if not actor.departments:
        return ELSEWHERE
    visits.left(unit, actor)
    return QueuePage(queue=pane(unit, actor, Address.of(request)))


def _find(unit: Unit, request: Request, reference: str) -> See:
    try:
        case = cases.desk_case(unit, staff(request), reference)
    except NotFound:
        raise UnknownReference(path="/desk/cases", link=N_("Back to the queue")) from None
    return See(f"/desk/cases/{case.reference}")

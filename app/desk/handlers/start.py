"""The start page of the desk."""

from starlette.requests import Request

from app.desk.entering import ELSEWHERE, staff
from app.desk.queues import starting, viewing, visits, working
from app.desk.queues.start_pages import StartPage
from app.kit.db import Unit
from app.kit.pages import Answer
from app.kit.views import moment


def show(request: Request, unit: Unit) -> Answer:
    actor, locale = staff(request), request.path_params["locale"]
    if not actor.departments:
        return ELSEWHERE
    left = visits.left(unit, actor)
    return StartPage(
        counts=starting.counts(unit, actor, locale),
        tasks=working.my_tasks(unit, actor, locale),
        mentions=working.my_mentions(unit, actor, locale),
        views=viewing.lines(unit, actor, locale),
        left=moment(left, locale, unit.town.zone) if left else None,
        arrivals=starting.arrivals(unit, actor, locale, left) if left else (),
        leads=bool(actor.leads),
    )

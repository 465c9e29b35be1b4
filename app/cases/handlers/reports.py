"""What an address is told of: reports that somebody without an account sees too. Her link opens it, and two buttons
answer; mail scanners open links."""

from datetime import timedelta

from starlette.requests import Request

from app.cases.alike.news import answering, asking
from app.cases.alike.pages import NewsLine, NewsPage
from app.cases.alike.reporting import reported
from app.kit import guard
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.inputs import Form
from app.kit.pages import Page, See

WITHIN = timedelta(hours=1)


def show(request: Request, unit: Unit) -> Page:
    locale = request.path_params["locale"]
    lines = [
        NewsLine(reported(each.report, locale, ""), each.proven)
        for each in answering.wanted(unit, _address(request, unit), locale)
    ]
    return NewsPage(
        lines=lines,
        asks=any(not line.proven for line in lines),
        action_url=f"/{locale}/reports/{request.path_params['token']}",
    )


def count(request: Request, form: Form) -> None:
    guard.limit(request.state.town, "reports", guard.client(request), 30, WITHIN)


def create(request: Request, form: Form, unit: Unit) -> See:
    address = _address(request, unit)
    if form.get("tell"):
        answering.agree(unit, address)
    elif form.get("stop"):
        answering.stop(unit, address)
    return See(f"/reports/{request.path_params['token']}")


def _address(request: Request, unit: Unit) -> bytes:
    address = asking.read(unit, request.path_params["token"])
    if address is None:
        raise NotFound
    return address

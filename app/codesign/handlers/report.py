"""Reporting a barrier: a few questions on one page, no account, sent at once."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from starlette.requests import Request

from app import cases, catalogue, forms, identity
from app.codesign import browsers
from app.codesign.pages import Report, WrongReport
from app.codesign.standing import SERVICE
from app.kit import guard
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.ids import new_id
from app.kit.inputs import Form
from app.kit.pages import Answer, Page, See
from app.kit.views import FieldError

MOST, WITHIN = 60, timedelta(hours=1)
LONGEST = 200
ADDRESS = "/accessibility/barrier"


def new(request: Request, unit: Unit) -> Page:
    """The empty form, with the page one comes from and what the browser says of itself."""
    locale = request.path_params["locale"]
    known = {"page": (_came_from(request, locale),), "uses": (browsers.in_words(_agent(request), locale),)}
    return _page(unit, locale, known, {}, new_id())


def count(request: Request, form: Form) -> None:
    guard.limit(request.state.town, "barrier", guard.client(request), MOST, WITHIN)


def create(request: Request, form: Form, unit: Unit) -> Answer:
    """Send it, or say what is missing; nothing that was written is lost."""
    locale, service = request.path_params["locale"], _service(unit)
    around = _around(unit, locale)
    read = {name: forms.parse(field, form.texts, around) for name, field in service.form.fields.items()}
    report = _known(form.get("report"))
    wrong = {name: outcome.errors for name, outcome in read.items() if outcome.errors}
    if wrong:
        typed = {html: values for outcome in read.values() for html, values in outcome.typed.items()}
        return _page(unit, locale, typed, wrong, report)
    actor = identity.with_session(request, unit)
    given = {name: outcome.answer for name, outcome in read.items()}
    case = cases.send(unit, actor, report, service, given)
    return See(f"/cases/{case.reference}/receipt")


def _page(
    unit: Unit,
    locale: str,
    typed: Mapping[str, tuple[str, ...]],
    wrong: Mapping[str, Mapping[str, forms.Problem]],
    report: UUID,
) -> Page:
    service, around = _service(unit), _around(unit, locale)
    words = forms.Words(catalogue.texts(unit, service, locale).get, locale)
    fields = service.form.fields
    errors = [
        FieldError(forms.html_id(html), sentence)
        for name, problems in wrong.items()
        for html, sentence in forms.sentences(fields[name], problems, words).items()
    ]
    kind = WrongReport if errors else Report
    return kind(
        fields=tuple(
            control
            for name, field in fields.items()
            for control in forms.controls(field, typed, wrong.get(name, {}), words, around)
        ),
        errors=tuple(errors),
        report=str(report),
        action_url=f"/{locale}{ADDRESS}",
    )


def _service(unit: Unit) -> catalogue.Service:
    found = catalogue.service(unit, SERVICE)
    if found is None:
        raise NotFound
    return found


def _around(unit: Unit, locale: str) -> forms.Around:
    return forms.Around(today=unit.now.astimezone(ZoneInfo(unit.town.zone)).date(), locale=locale)


def _came_from(request: Request, locale: str) -> str:
    """The page of ours that one comes from; nothing else that somebody put into the address."""
    path = request.query_params.get("page", "")
    if not path.startswith("/") or path.startswith("//") or len(path) > LONGEST or not path.isprintable():
        return ""
    return "" if {"\\", "?", "#"} & set(path) else f"/{locale}{path}"


def _agent(request: Request) -> str:
    return request.headers.get("user-agent", "")


def _known(typed: str) -> UUID:
    """The id that the page carried, or a new one."""
    with suppress(ValueError):
        return UUID(typed)
    return new_id()

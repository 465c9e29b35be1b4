"""Outages of the portal, for supervisors: written down, ended, corrected."""

import re
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from starlette.requests import Request

from app.cases import lawful
from app.desk import days, entering
from app.desk.lawful_pages import OutagePage
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.durations import civil_moment
from app.kit.errors import NotFound
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, Invalid, Problem, text
from app.kit.pages import Page, See
from app.kit.views import moment

SINCE, UNTIL = "since", "until"


def index(request: Request, unit: Unit, again: Again | None = None) -> Page:
    locale, _ = _entered(request)
    lead = N_("Days that end in an outage move, and people are told. While it lasts, leave out when it was over.")
    return _page(unit, locale, again, N_("Outages of the portal"), lead, N_("Write it down"))


def create(request: Request, form: Form, unit: Unit) -> See:
    locale, actor = _entered(request)
    since = _moment(unit, form, SINCE, locale)
    _try(lambda: lawful.record_outage(unit, actor, since, _if_over(unit, form, locale)))
    return See("/desk/outages", said="outage")


def edit(request: Request, unit: Unit, again: Again | None = None) -> Page:
    locale, _ = _entered(request)
    row = lawful.outage(unit, request.path_params["outage"])
    began = moment(row.since, locale, unit.town.zone)
    if row.until is None:
        lead = N_("It began: %(moment)s. When you say when it was over, its days move and people are told.")
        return _page(unit, locale, again, N_("The outage is over"), lead, N_("Write it down"), row, str(began))
    lead = N_("Written down as begun: %(moment)s. The old times stay on the page, marked; days that were given stay.")
    return _page(unit, locale, again, N_("Correct an outage"), lead, N_("Correct it"), row, str(began))


def update(request: Request, form: Form, unit: Unit) -> See:
    locale, actor = _entered(request)
    row = lawful.outage(unit, request.path_params["outage"])
    if row.until is None:
        until = _moment(unit, form, UNTIL, locale)
        _try(lambda: lawful.end_outage(unit, row, until), UNTIL)
    else:
        since, until = _moment(unit, form, SINCE, locale), _moment(unit, form, UNTIL, locale)
        _try(lambda: lawful.record_outage(unit, actor, since, until, row.id))
    return See("/desk/outages", said="outage")


def _entered(request: Request) -> tuple[str, Actor]:
    actor = entering.staff(request)
    if not actor.leads:
        raise NotFound
    return request.path_params["locale"], actor


def _try(verb: Any, at: str = SINCE) -> None:
    """What is no outage is said at one of its times."""
    try:
        verb()
    except lawful.NotAnOutage as problem:
        raise Invalid({f"{at}_time": Problem(problem.words)}) from problem


def _if_over(unit: Unit, form: Form, locale: str) -> datetime | None:
    names = (*(f"{UNTIL}.{part}" for part in ("day", "month", "year")), f"{UNTIL}_time")
    return _moment(unit, form, UNTIL, locale) if any(form.get(name).strip() for name in names) else None


def _moment(unit: Unit, form: Form, name: str, locale: str) -> datetime:
    day = days.read(form, name, locale, lawful.today(unit))
    written = text(form, f"{name}_time", required=N_("Write the time, like 09:30."), most=20)
    found = re.fullmatch(r"([01]?\d|2[0-3])[:.h]([0-5]\d)", written, re.ASCII)
    if found is None:
        raise Invalid({f"{name}_time": Problem(N_("Write the time with hours and minutes, like 09:30."))})
    return civil_moment(day, time(int(found[1]), int(found[2])), ZoneInfo(unit.town.zone))


def _page(
    unit: Unit, locale: str, again: Again | None, title: str, lead: str, button: str, row: Any = None, began: str = ""
) -> OutagePage:
    here, today = f"/{locale}/desk/outages", lawful.today(unit)
    form = again.form if again else _standing(unit, row)
    shown = Again(form, again.errors if again else {})

    def day(name: str, label: str) -> Any:
        return days.plain(name, label, locale, today, shown)

    return OutagePage(
        title=translate(locale, title),
        lead=translate(locale, lead, moment=began) if began else translate(locale, lead),
        back_url=here if row else "",
        action_url=f"{here}/{row.id}" if row else here,
        outages=() if row else lawful.outage_lines(unit, locale, lambda outage_id: f"{here}/{outage_id}"),
        since=() if row and row.until is None else day(SINCE, N_("Day it began")),
        since_time=form.get("since_time"),
        until=day(UNTIL, N_("Day it was over")),
        until_time=form.get("until_time"),
        button=translate(locale, button),
        errors=days.errors(again, locale, SINCE, UNTIL),
    )


def _standing(unit: Unit, row: Any) -> Form:
    """The times as they were written down."""
    texts: dict[str, tuple[str, ...]] = {}
    for name in (SINCE, UNTIL):
        at = getattr(row, name, None)
        if at is not None:
            local = at.astimezone(ZoneInfo(unit.town.zone))
            parts = {"day": local.day, "month": local.month, "year": local.year}
            texts |= {f"{name}.{part}": (str(value),) for part, value in parts.items()}
            texts[f"{name}_time"] = (f"{local:%H:%M}",)
    return Form(texts)

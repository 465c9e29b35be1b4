"""The figures of a year, for those who answer for the work: as a page, and as a file."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from babel.numbers import format_decimal
from starlette.requests import Request

from app import catalogue
from app.insights import csv, queries
from app.insights.figures import Line, Year, months
from app.insights.masking import small
from app.insights.pages import Asked, Bar, FiguresPage, Row
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import (
    N_,
    babel_locale,
    direction,
    format_day,
    format_month,
    lang_tag,
    language_name,
    sentences,
    translate,
    translate_many,
)  # fmt: skip
from app.kit.pages import Data, Page
from app.kit.views import Option

MOST_IN_VAIN = 30
CHANNELS = {"web": N_("Online"), "counter": N_("At the window"), "phone": N_("By phone"), "post": N_("On paper")}


def show(request: Request, unit: Unit) -> Page:
    locale, names, service = _asked(request, unit)
    year = _year(unit)
    lines = year.by_month(service)
    in_vain, every = _in_vain(unit, year, locale)
    top = max((max(line.received or 0, line.decided or 0) for line in lines), default=0)
    here = f"/{locale}/desk/figures"
    return FiguresPage(
        services=[Option("", translate(locale, N_("All services"))), *(Option(*each) for each in names.items())],
        service=service,
        bars=[_bar(line, top, locale) for line in lines] if top else (),
        top=_number(top, locale),
        chart_text=_told(lines, locale),
        months=[_row(format_month(date.fromisoformat(line.key), locale), line, locale) for line in lines],
        by_service=() if service else [_row(names[line.key], line, locale) for line in year.by_service(names)],
        channels=[
            Row(translate(locale, CHANNELS[line.key]), (_number(line.received, locale),))
            for line in year.by_channel(CHANNELS, service)
        ],
        csv_url=f"{here}.csv?service={service}" if service else f"{here}.csv",
        in_vain=() if service else in_vain,
        all_in_vain="" if service else every,
    )


def file(request: Request, unit: Unit) -> Data:
    """The same as CSV (RFC 4180, UTF-8): by month, for all services or one. A masked number is empty."""
    _, _, service = _asked(request, unit)
    name = f"figures-{service or 'all'}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Data(csv.months(_year(unit).by_month(service)), "text/csv; charset=utf-8", headers)


def _asked(request: Request, unit: Unit) -> tuple[str, dict[str, str], str]:
    """The language, the names of all services by id, and the one that was asked for, "" for all."""
    if not request.state.actor.answers:
        raise NotFound
    locale = request.path_params["locale"]
    found = {each.id: str(catalogue.texts(unit, each, locale)("service.name")) for each in catalogue.services(unit)}
    names = dict(sorted(found.items(), key=lambda each: each[1]))
    service = request.query_params.get("service", "")
    return locale, names, service if service in names else ""


def _year(unit: Unit) -> Year:
    of = months(unit.now.astimezone(ZoneInfo(unit.town.zone)).date())
    return Year(of, queries.received(unit, of[0]), queries.decided(unit, of[0]))


def _in_vain(unit: Unit, year: Year, locale: str) -> tuple[list[Asked], str]:
    since = year.months[0]
    lines = [
        Asked(each.words, lang_tag(each.locale), direction(each.locale), language_name(each.locale, locale),
              _number(each.number, locale))
        for each in queries.in_vain(unit, since, MOST_IN_VAIN)
    ]  # fmt: skip
    number = queries.all_in_vain(unit, since)
    if small(number) or not number:
        return lines, ""
    return lines, translate_many(
        locale, "%(number)s search found nothing.", "%(number)s searches found nothing.", number
    )


def _row(name: str, line: Line, locale: str) -> Row:
    cells = (line.received, line.decided, line.late, line.half, line.most)
    return Row(name, tuple(_number(cell, locale) for cell in cells))


def _number(number: int | None, locale: str) -> str:
    return "" if number is None else str(format_decimal(number, locale=babel_locale(locale)))


def _bar(line: Line, top: int, locale: str) -> Bar:
    heights = ((number or 0) * 100 // top for number in (line.received, line.decided))
    return Bar(format_day(date.fromisoformat(line.key), locale, "LLLLL"), *heights)


def _told(lines: Sequence[Line], locale: str) -> str:
    """The busiest month and the last one, and that the table says the rest."""
    known = [line for line in lines if line.received]
    if not known:
        return ""
    most = max(known, key=lambda line: line.received or 0)
    month = format_month(date.fromisoformat(most.key), locale)
    busiest = N_("Most came in %(month)s: %(number)s.")
    told = translate(locale, busiest, month=month, number=_number(most.received, locale))
    return sentences((told, translate(locale, N_("The table below has every month."))), locale)

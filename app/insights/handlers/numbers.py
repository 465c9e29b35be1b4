"""Every service in numbers, for everybody: as a page, and as a file for other programs."""

from starlette.requests import Request

from app import catalogue
from app.catalogue import signposts
from app.insights import csv
from app.insights.pages import NumbersPage, ServiceNumbers
from app.insights.public import reading, telling
from app.insights.public.rough import Number, Numbers
from app.kit.db import Unit
from app.kit.edge import locale_of
from app.kit.i18n import N_, translate
from app.kit.pages import Data

TITLE = N_("Numbers of all services")
LEAD = N_("How often people asked us, and how long they waited for an answer: %(months)s.")
COLUMNS = (
    "service", "name", "first_month", "last_month", "received", "received_is", "half_within_days",
    "nine_of_ten_within_days", "in_time_percent", "in_time_is",
)  # fmt: skip


def show(request: Request, unit: Unit) -> NumbersPage:
    locale = locale_of(request)
    year = reading.year(unit)
    found, too_few = [], []
    for service in catalogue.services(unit):
        name, its = catalogue.texts(unit, service, locale)("service.name"), year.numbers.get(service.id)
        one = ServiceNumbers(str(name), f"/{locale}/services/{service.slug}", name.lang, name.dir)
        if its is None:
            too_few.append(one)
        else:
            found.append(one._replace(cells=_cells(its, locale)))
    title, lead = translate(locale, TITLE), translate(locale, LEAD, months=telling.period(year.months, locale))
    signposts.stand(request, unit, title, lead, above=["services"])
    return NumbersPage(title, lead, found, too_few)


def file(request: Request, unit: Unit) -> Data:
    """The same as a file. What is not told is empty."""
    locale = locale_of(request)
    year = reading.year(unit)
    rows = []
    span = [f"{month:%Y-%m}" for month in (year.months[0], year.months[-1])]
    for service in catalogue.services(unit):
        name, its = catalogue.texts(unit, service, locale)("service.name"), year.numbers.get(service.id)
        rows.append([service.id, str(name), *span, *(_plain(its) if its else [""] * 6)])
    headers = {"Content-Disposition": f'attachment; filename="numbers-{span[1]}.csv"'}
    return Data(csv.table(COLUMNS, rows), "text/csv; charset=utf-8", headers)


def _cells(its: Numbers, locale: str) -> tuple[str, ...]:
    days = tuple(telling.within(each, locale) for each in (its.half, its.most))
    return telling.times(its.received, locale), *days, _share(its, locale)


def _share(its: Numbers, locale: str) -> str:
    if its.in_time is None:
        return "" if its.timed else translate(locale, N_("No last day"))
    if its.in_time.how == "below":
        return translate(locale, N_("Fewer than half"))
    share = telling.percent(its.in_time.value, locale)
    return translate(locale, N_("At least %(share)s"), share=share) if its.in_time.how == "least" else share


def _plain(its: Numbers) -> list[object]:
    return [*_number(its.received), its.half, its.most, *_number(its.in_time)]


def _number(number: Number | None) -> tuple[object, str]:
    return (number.value, number.how) if number else ("", "")

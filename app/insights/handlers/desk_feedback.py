"""What people say of the pages and the cases of a department, for everybody who works there."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from babel.numbers import format_decimal
from starlette.requests import Request

from app.insights.feedback import giving, queries, removing, telling
from app.insights.feedback.pages import FeedbackPage, Option, Removal, Said
from app.insights.feedback.telling import Theirs, Told
from app.insights.figures import months
from app.insights.pages import Row
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, after, babel_locale, format_day, format_month, lang_tag, translate
from app.kit.inputs import Form
from app.kit.pages import Answer, Page, See

HOME = "/desk/feedback"
STEPS = {"applying": N_("The form"), "decision": N_("All of it")}


def index(request: Request, unit: Unit) -> Page:
    locale, actor = request.path_params["locale"], request.state.actor
    if not actor.is_staff:
        raise NotFound
    year = months(unit.today)
    theirs = telling.theirs(unit, actor, locale, year[0])
    wanted = _one_of(request, "about", theirs.chosen)
    month = _one_of(request, "month", tuple(f"{each:%Y-%m}" for each in year))
    only = date.fromisoformat(f"{month}-01") if month else None
    told = theirs.told(wanted, only)
    return FeedbackPage(
        abouts=[Option("", translate(locale, N_("All"))), *(Option(*each) for each in theirs.chosen.items())],
        about=wanted,
        months=[
            Option("", translate(locale, N_("The last 12 months"))),
            *(Option(f"{each:%Y-%m}", format_month(each, locale)) for each in reversed(year)),
        ],
        month=month,
        cases=[_row(line, locale) for line in told if line.step],
        pages=[_row(line, locale) for line in told if not line.step],
        lines=_lines(unit, theirs, told, wanted, (only or year[0], only or year[-1]), locale),
        most=telling.MOST,
    )


def removal(request: Request, unit: Unit) -> Page:
    locale = request.path_params["locale"]
    line, subject = removing.find(unit, request.state.actor, request.path_params["line"], locale)
    here = f"/{locale}{HOME}"
    return Removal(line.words, lang_tag(line.locale), subject.title, f"{here}/{line.id}/removal", here)


def remove(request: Request, form: Form, unit: Unit) -> Answer:
    wanted: UUID = request.path_params["line"]
    removing.remove(unit, request.state.actor, wanted, request.path_params["locale"])
    return See(HOME, "line_removed")


def _lines(
    unit: Unit, theirs: Theirs, told: Sequence[Told], wanted: str, span: tuple[date, date], locale: str
) -> list[Said]:
    """What was written, the newest first. How easy it was stands beside it where enough answered to show that."""
    about = {place: subject for place, subject in theirs.about.items() if telling.key(subject) == wanted or not wanted}
    pages, services = [page for page, service in about if not service], [service for _, service in about if service]
    masked = {(line.subject, line.step) for line in told if line.counts is None}
    return [
        Said(
            words=line.words,
            lang=lang_tag(line.locale),
            about=_named(subject.title, line.step, locale),
            when=format_day(line.day, locale, "long") if line.day else format_month(line.month, locale),
            ease="" if (subject, line.step) in masked else translate(locale, giving.EASE[str(line.ease)]),
            removal_url=f"/{locale}{HOME}/{line.id}/removal",
        )
        for line in queries.lines(unit, *span, pages, services, telling.MOST)
        for subject in [about[line.page, line.service]]
    ]


def _row(line: Told, locale: str) -> Row:
    name, counts = _named(line.subject.title, line.step, locale), line.counts
    if counts is None or line.middle is None:
        return Row(name, ("",) * (len(giving.EASE) + 2))
    found = [_figure(counts.get(int(ease), 0), locale) for ease in giving.EASE]
    middle = translate(locale, giving.EASE[str(line.middle)])
    return Row(name, (_figure(sum(counts.values()), locale), *found, middle))


def _named(title: str, step: str, locale: str) -> str:
    return after(title, translate(locale, STEPS[step]), locale) if step else title


def _one_of(request: Request, name: str, known: Sequence[str] | dict[str, str]) -> str:
    asked = request.query_params.get(name, "")
    return asked if asked in known else ""


def _figure(number: int, locale: str) -> str:
    return str(format_decimal(number, locale=babel_locale(locale)))

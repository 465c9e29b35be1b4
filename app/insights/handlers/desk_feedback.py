"""What people say of the pages and the cases of a department, for everybody who works there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from babel.numbers import format_decimal
from starlette.requests import Request

from app.insights.feedback import giving, queries, removing, telling
from app.insights.feedback.pages import FeedbackPage, Removal, Said
from app.insights.feedback.telling import Theirs, Told
from app.insights.figures import months
from app.insights.pages import Row
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, after, babel_locale, format_day, format_month, lang_tag, translate
from app.kit.inputs import Form
from app.kit.pages import Answer, Page, See
from app.kit.views import Option

HOME = "/desk/feedback"
STEPS = {"applying": N_("The form"), "decision": N_("All of it")}


HARD = "hard"


@dataclass(frozen=True)
class Asked:
    """What an address asks for: about what, of which month, only what was hard, and which page of the lines."""

    about: str = ""
    month: str = ""
    ease: str = ""
    page: int = 1

    @staticmethod
    def of(request: Request, abouts: Collection[str], year: Sequence[date]) -> "Asked":
        said = request.query_params
        page = said.get("page", "")
        return Asked(
            _known(said.get("about", ""), abouts),
            _known(said.get("month", ""), [f"{each:%Y-%m}" for each in year]),
            _known(said.get("ease", ""), (HARD,)),
            int(page) if page.isascii() and page.isdigit() and 0 < len(page) < 5 and int(page) else 1,
        )

    def query(self, page: int) -> str:
        given = {"about": self.about, "month": self.month, "ease": self.ease, "page": str(page) if page > 1 else ""}
        query = urlencode({name: value for name, value in given.items() if value})
        return f"?{query}" if query else ""


def index(request: Request, unit: Unit) -> Page:
    locale, actor = request.path_params["locale"], request.state.actor
    if not actor.is_staff:
        raise NotFound
    year = months(unit.today)
    theirs = telling.theirs(unit, actor, locale, year[0])
    asked = Asked.of(request, theirs.chosen, year)
    only = date.fromisoformat(f"{asked.month}-01") if asked.month else None
    told = theirs.told(asked.about, only)
    lines = _lines(unit, theirs, told, asked, (only or year[0], only or year[-1]), locale)
    here = f"/{locale}{HOME}"
    return FeedbackPage(
        abouts=[Option("", translate(locale, N_("All"))), *(Option(*each) for each in theirs.chosen.items())],
        about=asked.about,
        months=[
            Option("", translate(locale, N_("The last 12 months"))),
            *(Option(f"{each:%Y-%m}", format_month(each, locale)) for each in reversed(year)),
        ],
        month=asked.month,
        eases=[
            Option("", translate(locale, N_("All that was written"))),
            Option(HARD, translate(locale, N_("Hard or very hard"))),
        ],
        ease=asked.ease,
        cases=[_row(line, locale) for line in told if line.step],
        pages=[_row(line, locale) for line in told if not line.step],
        lines=lines[: telling.MOST],
        earlier=f"{here}{asked.query(asked.page + 1)}#words" if len(lines) > telling.MOST else "",
        later=f"{here}{asked.query(asked.page - 1)}#words" if asked.page > 1 else "",
    )


def removal(request: Request, unit: Unit) -> Page:
    locale = request.path_params["locale"]
    line, subject = removing.find(unit, request.state.actor, request.path_params["line"], locale)
    here, back = f"/{locale}{HOME}", _back(request, unit)
    url = f"{here}/{line.id}/removal{back}"
    return Removal(line.words, lang_tag(line.locale), subject.title, url, f"{here}{back}")


def remove(request: Request, form: Form, unit: Unit) -> Answer:
    wanted: UUID = request.path_params["line"]
    removing.remove(unit, request.state.actor, wanted, request.path_params["locale"])
    return See(f"{HOME}{_back(request, unit)}", "line_removed")


def _back(request: Request, unit: Unit) -> str:
    """The list as it was chosen before a line was removed."""
    theirs = telling.theirs(unit, request.state.actor, request.path_params["locale"], months(unit.today)[0])
    asked = Asked.of(request, theirs.chosen, months(unit.today))
    return asked.query(asked.page)


def _lines(
    unit: Unit, theirs: Theirs, told: Sequence[Told], asked: Asked, span: tuple[date, date], locale: str
) -> list[Said]:
    """What was written, the newest first, and one more than a page holds. How easy it was stands beside a line where
    enough answered to show that; only such lines can be chosen by it."""
    masked = {(line.subject, line.step) for line in told if line.counts is None}
    places = {(each.page, each.service, each.step) for each in theirs.counts}
    chosen = [
        (page, f"{service}/{step}")
        for page, service, step in places
        if (subject := theirs.about[page, service]) and (not asked.about or telling.key(subject) == asked.about)
        if not asked.ease or (subject, step) not in masked
    ]
    wanted = queries.Wanted(
        pages=[page for page, step in chosen if step == "/"],
        steps=[step for _, step in chosen if step != "/"],
        since=span[0],
        last=span[1],
        easiest=telling.HARD if asked.ease else max(map(int, giving.EASE)),
    )
    return [
        Said(
            words=line.words,
            lang=lang_tag(line.locale),
            about=_named(subject.title, line.step, locale),
            when=format_day(line.day, locale, "long") if line.day else format_month(line.month, locale),
            ease="" if (subject, line.step) in masked else translate(locale, giving.EASE[str(line.ease)]),
            removal_url=f"/{locale}{HOME}/{line.id}/removal{asked.query(asked.page)}",
        )
        for line in queries.lines(unit, wanted, telling.MOST * (asked.page - 1), telling.MOST + 1)
        for subject in [theirs.about[line.page, line.service]]
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


def _known(asked: str, known: Collection[str]) -> str:
    return asked if asked in known else ""


def _figure(number: int, locale: str) -> str:
    return str(format_decimal(number, locale=babel_locale(locale)))

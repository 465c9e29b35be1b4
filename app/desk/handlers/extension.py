"""More time to decide: why, and until when."""

from datetime import date

from starlette.requests import Request

from app import cases
from app.cases import Case, lawful
from app.desk import days, entering, phrases
from app.desk.handlers.case import heading
from app.desk.lawful_pages import ExtensionPage
from app.desk.wanted import Address
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, sentences, translate, translate_many
from app.kit.inputs import Again, Form, Invalid, Problem, text
from app.kit.pages import Page, See
from app.kit.views import day

KINDS = ("extension",)
DAY = "until"


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, case = entering.open_case(request, unit)
    lawful.insist_other(unit, actor, case)
    first, last = lawful.window(unit, case)
    cases.look(unit, actor, case)
    address = Address.of(request)
    locale, form = address.locale, again.form if again else Form()
    shown = cases.on_desk(unit, case, locale, str)
    return ExtensionPage(
        reference=case.reference,
        heading=heading(shown, locale),
        case_url=address.case(case.reference),
        action_url=address.case(case.reference, "/extension"),
        due=day(case.due or first, locale),
        lead=_lead(unit, case, locale),
        day=days.drawn(
            DAY,
            translate(locale, N_("Until which day?")),
            _hint(first, last, locale),
            locale,
            lawful.today(unit),
            again,
        ),
        phrases=phrases.offered(unit, case, KINDS, locale, phrases.values(form)),
        chosen=tuple(form.texts.get("reasons", ())),
        text=form.get("text"),
        errors=days.errors(again, locale, DAY),
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    address = Address.of(request)
    locale = address.locale
    if lawful.EXTENSION in cases.pressed(unit, actor, case):
        return See(address.path(case.reference), said="extended")
    lawful.insist_other(unit, actor, case)
    first, last = lawful.window(unit, case)
    grounds = cases.Grounds(
        reasons=phrases.read(unit, case, form, "reasons", KINDS, locale), words=text(form, "text", most=2000)
    )
    if not grounds.given:
        raise Invalid({"reasons": Problem(N_("Give a reason: choose one, or write it in your own words."))})
    until = days.read(form, DAY, locale, lawful.today(unit))
    if not first <= until <= last:
        words = N_("Choose a day from %(first)s to %(last)s.")
        raise days.wrong(DAY, locale, words, first=format_day(first, locale), last=format_day(last, locale))
    if lawful.is_free(unit, until):
        raise days.wrong(DAY, locale, N_("Nobody works on that day. Choose a working day."))
    lawful.extend(unit, actor, case, until, grounds, entering.signature(unit, actor))
    cases.changed(unit, actor, case, "extended")
    return See(address.path(case.reference), said="extended")


def _lead(unit: Unit, case: Case, locale: str) -> str:
    often = translate_many(
        locale, "The law allows more time once.", "The law allows more time %(number)s times.", lawful.left(unit, case)
    )
    return sentences((often, translate(locale, N_("The person is told at once: why, and the new day."))), locale)


def _hint(first: date, last: date, locale: str) -> str:
    words = N_("A working day from %(first)s to %(last)s.")
    between = translate(locale, words, first=format_day(first, locale), last=format_day(last, locale))
    return sentences((between, translate(locale, N_("For example, %(day)s"), day=days.example(locale, last))), locale)

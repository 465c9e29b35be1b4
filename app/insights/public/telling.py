"""The numbers of a service in words."""

from datetime import date

from babel.dates import format_interval
from babel.numbers import format_decimal, format_percent

from app.insights.public import reading
from app.insights.public.rough import Number, Numbers
from app.kit.db import Unit
from app.kit.i18n import N_, babel_locale, sentences, translate, translate_many
from app.kit.panels import InNumbers
from app.kit.views import Glance

TOO_FEW = N_(
    "We decided fewer than five cases in these months. "
    "We show no numbers then: they could say something about one person."
)
NOBODY_WAITS = N_("Nothing is decided here, so nobody waits for an answer.")
MEANS = N_("In time means by the last day that the law allows.")
WAITING = N_("Days in which we wait for you do not count.")
NO_DAY = N_("No law sets a last day here, so nothing can be late.")
SHARES = {
    "exact": N_("%(share)s were answered in time."),
    "least": N_("At least %(share)s were answered in time."),
    "below": N_("Fewer than half were answered in time."),
}
ALL = N_("All were answered in time.")


def in_numbers(unit: Unit, service: str, allowed: str | None, locale: str) -> InNumbers:
    """`allowed` says how long the law gives for an answer, "" if it says nothing, None if nobody waits for one."""
    year = reading.year(unit)
    months = translate(locale, N_("The last twelve whole months: %(months)s."), months=period(year.months, locale))
    its = year.numbers.get(service)
    if its is None:
        return InNumbers(months, (), (translate(locale, NOBODY_WAITS if allowed is None else TOO_FEW),))
    return InNumbers(months, tuple(_figures(its, locale)), tuple(_told(its, allowed or "", locale)))


def _figures(its: Numbers, locale: str) -> list[Glance]:
    asked = [Glance("people", translate(locale, N_("We were asked")), times(its.received, locale))]
    return [
        *(asked if its.received and its.received.value else ()),
        Glance("clock", translate(locale, N_("Half had an answer")), within(its.half, locale)),
        Glance("calendar", translate(locale, N_("Nine of ten had an answer")), within(its.most, locale)),
    ]


def _told(its: Numbers, allowed: str, locale: str) -> list[str]:
    if not allowed and not its.timed:
        return [translate(locale, NO_DAY)]
    if its.in_time is None:
        return []
    if its.in_time == Number(100):
        said = translate(locale, ALL)
    else:
        said = translate(locale, SHARES[its.in_time.how], share=percent(its.in_time.value, locale))
    return [said, sentences((translate(locale, MEANS), allowed, translate(locale, WAITING)), locale)]


def times(number: Number | None, locale: str) -> str:
    if number is None:
        return ""
    if number.how == "least":
        return translate_many(
            locale, "%(count)s time or more", "%(count)s times or more", number.value, count=count(number, locale)
        )
    return translate_many(locale, "%(count)s time", "%(count)s times", number.value, count=count(number, locale))


def within(days: int, locale: str) -> str:
    if not days:
        return translate(locale, N_("On the same day"))
    return translate_many(locale, "Within %(number)s day", "Within %(number)s days", days)


def count(number: Number, locale: str) -> str:
    return str(format_decimal(number.value, locale=babel_locale(locale)))


def percent(hundredths: int, locale: str) -> str:
    return str(format_percent(hundredths / 100, locale=babel_locale(locale)))


def period(months: tuple[date, ...], locale: str) -> str:
    """November 2025 – October 2026"""
    return str(format_interval(months[0], months[-1], "yMMMM", locale=babel_locale(locale)))

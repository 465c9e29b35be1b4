"""What one wants to know of a service at a glance: cost, time to fill it in, time to an answer."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from babel.numbers import format_currency

from app.catalogue.definition import Service
from app.catalogue.package import Fee
from app.kit.i18n import N_, babel_locale, sentences, translate, translate_many
from app.kit.templates import drawings
from app.kit.views import Glance

STEPS_A_MINUTE = 3


def facts(service: Service, profile: Mapping[str, Any], locale: str) -> tuple[Glance, ...]:
    answer = answer_within(service, profile, locale)
    return (
        Glance("coin", translate(locale, N_("Cost")), cost(service.fee, locale)),
        Glance("clock", translate(locale, N_("Filling it in")), filling_in(service, locale)),
        *((Glance("mail", translate(locale, N_("Answer")), answer),) if answer else ()),
    )


def meta(service: Service, locale: str) -> str:
    """The short line below a service in a list: Free · About 5 minutes."""
    return f"{cost(service.fee, locale)} · {filling_in(service, locale)}"


def drawing(service: Service) -> str:
    """The line drawing of what it is about; the counter for a service that nobody has drawn yet."""
    return service.id if service.id in drawings() else "services"


def cost(fee: Fee | None, locale: str) -> str:
    if fee is None or not fee.amount:
        return translate(locale, N_("Free"))
    amount = money(fee.amount, fee.currency, locale)
    if fee.free_when:
        return translate(locale, N_("Free or %(amount)s"), amount=amount)
    return translate(locale, N_("From %(amount)s"), amount=amount) if fee.per else amount


def owed(service: Service, filed: Mapping[str, Any], holds: Callable[[str], bool], locale: str) -> str:
    """What these answers cost; `holds` says whether a rule does."""
    fee = service.fee
    if fee is None or (fee.free_when and holds(fee.free_when)):
        return cost(None, locale)
    count = Decimal(str(filed.get(fee.per) or 0)) if fee.per else Decimal(1)
    return money(int(fee.amount * count), fee.currency, locale)


def money(minor: int, currency: str, locale: str) -> str:
    """An amount of minor units, without decimals when there are none."""
    form = babel_locale(locale).currency_formats["standard"].pattern
    form = form.replace(".00", "") if minor % 100 == 0 else form
    return format_currency(Decimal(minor) / 100, currency, form, babel_locale(locale), currency_digits=False)


def filling_in(service: Service, locale: str) -> str:
    minutes = max(1, -(-len(service.form.steps) // STEPS_A_MINUTE))
    return translate_many(locale, "About %(number)s minute", "About %(number)s minutes", minutes)


def term_of(service: Service, profile: Mapping[str, Any]) -> tuple[int, int, bool]:
    """Days, months, and whether these are working days; nothing for a service that has no clock."""
    clock = service.clock
    if clock == "none":
        return 0, 0, False
    if clock is None:
        term = profile.get("term", {})
        return int(term.get("days", 0)), int(term.get("months", 0)), term.get("working") == "true"
    return clock.days or 0, clock.months or 0, clock.working


def answer_within(service: Service, profile: Mapping[str, Any], locale: str) -> str:
    """The term in words; "" for a service that has no clock."""
    days, months, working = term_of(service, profile)
    if months:
        return translate_many(locale, "Within %(number)s month", "Within %(number)s months", months)
    if days and working:
        return translate_many(locale, "Within %(number)s working day", "Within %(number)s working days", days)
    if days:
        return translate_many(locale, "Within %(number)s day", "Within %(number)s days", days)
    return ""


def allowed(service: Service, profile: Mapping[str, Any], locale: str) -> str:
    """The same as a sentence: what the law gives the town."""
    days, months, working = term_of(service, profile)
    if months:
        return translate_many(
            locale, "Here the law allows %(number)s month.", "Here the law allows %(number)s months.", months
        )
    if days and working:
        return translate_many(
            locale,
            "Here the law allows %(number)s working day.",
            "Here the law allows %(number)s working days.",
            days,
        )
    if days:
        return translate_many(
            locale, "Here the law allows %(number)s day.", "Here the law allows %(number)s days.", days
        )
    return ""


def level_note(service: Service, profile: Mapping[str, Any], locale: str) -> str:
    """What a person has to prove, and that the form can be sent before."""
    days = int(profile.get("prove", {}).get("days", "30"))
    if service.level == 1:
        said = translate(locale, N_("We have to know that your e-mail address is yours. You can send the form first."))
        then = translate_many(
            locale,
            "Then you have %(number)s day to open the link that we send you.",
            "Then you have %(number)s days to open the link that we send you.",
            days,
        )
    elif service.level == 2:
        said = translate(locale, N_("We have to know who you are. You can send the form first."))
        then = translate_many(
            locale,
            "Then you have %(number)s day to show a document at the window.",
            "Then you have %(number)s days to show a document at the window.",
            days,
        )
    else:
        return ""
    return sentences((said, then), locale)

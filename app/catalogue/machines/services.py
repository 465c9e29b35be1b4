"""A service as schema.org names it. Services have no `isAccessibleForFree` there: an offer says what they cost."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from app.catalogue.content import departments, profile, town
from app.catalogue.definition import Service
from app.catalogue.glance import term_of
from app.catalogue.machines.places import area, department, office_in_short, office_of, the_town
from app.catalogue.machines.saying import Thing, thing
from app.catalogue.markdown import prose
from app.catalogue.package import Fee
from app.catalogue.text import Texts
from app.kit.db import Unit
from app.kit.i18n import lang_tag


def a_service(unit: Unit, service: Service, t: Texts, url: str, locale: str) -> Thing:
    """`t` are the words of the page, which is at `url`."""
    known = next(each for each in departments(unit, locale) if each.id == service.department)
    return thing(
        "GovernmentService",
        f"{url}#service",
        name=t("service.name"),
        description=t("service.summary"),
        url=url,
        serviceType=known.name,
        identifier=service.codes.sia,
        provider=the_town(unit, locale),
        serviceOperator=department(unit, service.department, locale),
        areaServed=area(town(unit, locale)),
        audience=thing("Audience", audienceType=prose(t("service.who"), locale).striptags()),
        availableChannel=list(_channels(unit, service, url, locale)),
        offers=_offer(service.fee, town(unit, locale).currency, url),
    )


def _channels(unit: Unit, service: Service, url: str, locale: str) -> Iterator[Thing]:
    known = next(each for each in departments(unit, locale) if each.id == service.department)
    takes = _duration(service, profile(unit))
    languages = [lang_tag(each) for each in unit.town.locales]
    yield thing("ServiceChannel", serviceUrl=url, availableLanguage=languages, processingTime=takes)
    if phone := known.phone or town(unit, locale).phone:
        yield thing("ServiceChannel", servicePhone=thing("ContactPoint", telephone=phone), processingTime=takes)
    if office := office_of(unit, known, locale):
        place = office_in_short(unit, office, locale)
        yield thing("ServiceChannel", serviceLocation=place, processingTime=takes)


def _duration(service: Service, profile: Mapping[str, Any]) -> str:
    """The term as ISO 8601, which has no working days."""
    days, months, working = term_of(service, profile)
    if months:
        return f"P{months}M"
    return f"P{days}D" if days and not working else ""


def _offer(fee: Fee | None, currency: str, url: str) -> Thing:
    if fee is None or not fee.amount:
        return thing("Offer", price="0", priceCurrency=currency, url=url)
    amount = str(Decimal(fee.amount) / 100)
    if fee.free_when:
        return thing("AggregateOffer", lowPrice="0", highPrice=amount, priceCurrency=fee.currency, url=url)
    if fee.per:
        return thing("AggregateOffer", lowPrice=amount, priceCurrency=fee.currency, url=url)
    return thing("Offer", price=amount, priceCurrency=fee.currency, url=url)

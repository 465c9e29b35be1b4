"""A local event as schema.org names it: its next time, its place and how one gets in, and how it repeats."""

import re
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.catalogue.content import town
from app.catalogue.machines.places import DAYS, department, office_id, postal
from app.catalogue.machines.saying import Thing, term, thing
from app.catalogue.writing.coming import Date
from app.catalogue.writing.facts import Address, LocalEventFacts
from app.catalogue.writing.reading import LocalEvent
from app.catalogue.writing.saying import offered, office_of
from app.kit.db import Unit

OFTEN = {"DAILY": "D", "WEEKLY": "W", "MONTHLY": "M", "YEARLY": "Y"}
WEEKDAYS = {name[:2].upper(): day for name, day in DAYS.items()}
KNOWN = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "COUNT", "UNTIL", "WKST"}
"""Parts of a rule that a Schedule can say. The dates themselves stand for a rule with other parts."""


def an_event(unit: Unit, event: LocalEvent, dates: tuple[Date, ...], url: str, locale: str) -> Thing:
    """`dates` are those that its page, at `url`, shows. One that is over keeps the day on which it began."""
    facts, known = event.facts, town(unit, locale)
    zone = ZoneInfo(known.zone)
    first = (dates[0].begins, dates[0].ends) if dates else (_in(facts.starts, zone), _in(facts.ends, zone))
    return thing(
        "Event",
        f"{url}#event",
        name=event.title,
        description=event.summary,
        url=url,
        startDate=_iso(first[0]),
        endDate=_iso(first[1]),
        eventStatus=term("EventScheduled"),
        eventAttendanceMode=term("OfflineEventAttendanceMode"),
        location=_place(unit, event, locale),
        organizer=department(unit, facts.department, locale) | {"url": f"{unit.town.base_url}/{locale}/contact"},
        isAccessibleForFree=not facts.cost,
        offers=thing("Offer", price=f"{facts.cost / 100:g}", priceCurrency=known.currency, url=url),
        **_again(facts, known.zone, dates),
    )


def _place(unit: Unit, event: LocalEvent, locale: str) -> Thing:
    """`description` says how one gets in."""
    office = office_of(unit, event.facts, locale)
    at = event.facts.place
    street = {"street": at.street, "number": at.number} if isinstance(at, Address) else office.at if office else {}
    return thing(
        "Place",
        name=event.say("place"),
        containedInPlace={"@id": office_id(unit, office, locale)} if office else None,
        address=postal(unit, street, locale),
        description=event.say("access"),
        amenityFeature=[
            thing("LocationFeatureSpecification", name=each, value=True) for each in offered(event.facts, locale)
        ],
    )


def _again(facts: LocalEventFacts, zone: str, dates: tuple[Date, ...]) -> dict[str, Any]:
    if not facts.repeat:
        return {}
    rule = dict(part.split("=", 1) for part in facts.repeat.upper().split(";") if "=" in part)
    if set(rule) - KNOWN:
        times = [thing("Event", name=each.event.title, **_span(each)) for each in dates]
        return {"subEvent": times}
    schedule = thing(
        "Schedule",
        startDate=facts.starts.date().isoformat(),
        endDate=re.sub(r"^(\d{4})(\d\d)(\d\d).*", r"\1-\2-\3", rule.get("UNTIL", "")),
        startTime=facts.starts.time().isoformat(),
        endTime=facts.ends.time().isoformat(),
        scheduleTimezone=zone,
        repeatFrequency=f"P{rule.get('INTERVAL', '1')}{OFTEN[rule['FREQ']]}",
        repeatCount=int(rule.get("COUNT", 0)) or None,
        byDay=[_day(day) for day in rule.get("BYDAY", "").split(",") if day],
        byMonthDay=_numbers(rule, "BYMONTHDAY"),
        byMonth=_numbers(rule, "BYMONTH"),
        exceptDate=[day.isoformat() for day in facts.without],
    )
    return {"eventSchedule": schedule}


def _day(day: str) -> str:
    """A weekday of schema.org; with its place in the month as a calendar file writes it, 4SA or -1TH."""
    return term(WEEKDAYS[day]) if day in WEEKDAYS else day


def _numbers(rule: dict[str, str], part: str) -> list[int]:
    return [int(number) for number in rule.get(part, "").split(",") if number]


def _span(date: Date) -> dict[str, str]:
    return {"startDate": _iso(date.begins), "endDate": _iso(date.ends)}


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="minutes")


def _in(at: datetime, zone: ZoneInfo) -> datetime:
    return at.replace(tzinfo=zone)

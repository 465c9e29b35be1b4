"""The town, its departments and its offices as schema.org names them."""

from collections.abc import Mapping
from datetime import timedelta
from itertools import groupby

from app.catalogue.content import Department, Office, Town, departments, offices, town
from app.catalogue.machines.saying import Thing, term, thing
from app.catalogue.opening import FAR, WEEK
from app.kit.db import Unit

DAYS = dict(zip(WEEK, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True))
CLOSED = "00:00"
"""Opens and closes at once: not open that day."""


def the_town(unit: Unit, locale: str) -> Thing:
    """In a few words; the home page says all."""
    name = town(unit, locale).name
    return thing("GovernmentOrganization", _town_id(unit), name=name, url=f"{unit.town.base_url}/{locale}/")


def town_in_full(unit: Unit, locale: str) -> Thing:
    known = town(unit, locale)
    return the_town(unit, locale) | thing(
        "GovernmentOrganization",
        address=known.address,
        telephone=known.phone,
        email=known.email,
        areaServed=area(known),
    )


def area(known: Town) -> Thing:
    return thing("City", name=known.name)


def department(unit: Unit, id: str, locale: str) -> Thing:
    known = next(each for each in departments(unit, locale) if each.id == id)
    return thing(
        "GovernmentOrganization",
        name=known.name,
        telephone=known.phone,
        email=known.email,
        parentOrganization={"@id": _town_id(unit)},
    )


def office_of(unit: Unit, known: Department, locale: str) -> Office | None:
    return next((each for each in offices(unit, locale) if each.id == known.office), None)


def office_in_short(unit: Unit, office: Office, locale: str) -> Thing:
    return thing(
        "GovernmentOffice",
        office_id(unit, office, locale),
        name=office.name,
        address=postal(unit, office.at, locale),
        telephone=office.phone,
    )


def office_in_full(unit: Unit, office: Office, locale: str) -> Thing:
    return office_in_short(unit, office, locale) | thing(
        "GovernmentOffice",
        url=f"{unit.town.base_url}/{locale}/offices/{office.slug}",
        description=office.access,
        email=office.email,
        parentOrganization={"@id": _town_id(unit)},
        openingHoursSpecification=_hours(office),
        specialOpeningHoursSpecification=_closed(unit, office),
    )


def office_id(unit: Unit, office: Office, locale: str) -> str:
    return f"{unit.town.base_url}/{locale}/offices/{office.slug}#office"


def postal(unit: Unit, at: Mapping[str, str], locale: str) -> Thing:
    known = town(unit, locale)
    return thing(
        "PostalAddress",
        streetAddress=" ".join(at[part] for part in ("street", "number") if at.get(part)),
        postalCode=at.get("postcode"),
        addressLocality=at.get("town") or known.name,
        addressCountry=known.country,
    )


def _town_id(unit: Unit) -> str:
    return f"{unit.town.base_url}/#town"


def _hours(office: Office) -> list[Thing]:
    """One entry for the days that have the same hours."""
    spans = sorted((hours, WEEK.index(day)) for day, each in office.open.items() for hours in each)
    return [
        thing(
            "OpeningHoursSpecification",
            dayOfWeek=[term(DAYS[WEEK[day]]) for _, day in days],
            opens=hours.partition("-")[0],
            closes=hours.partition("-")[2],
        )
        for hours, days in groupby(spans, key=lambda span: span[0])
    ]


def _closed(unit: Unit, office: Office) -> list[Thing]:
    """The days soon on which it stays closed though its weekday is open."""
    last = unit.today + timedelta(days=FAR)
    return [
        thing(
            "OpeningHoursSpecification",
            opens=CLOSED,
            closes=CLOSED,
            validFrom=day.isoformat(),
            validThrough=day.isoformat(),
        )
        for day in sorted(office.closed)
        if unit.today <= day <= last and office.open.get(WEEK[day.weekday()])
    ]

"""What the town says about itself: facts, departments, offices, pages, phrases, tables, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.catalogue.lookups import Lookup
from app.catalogue.shelf import derived, shelf
from app.catalogue.text import Text, Texts
from app.kit.db import Unit


@dataclass(frozen=True)
class Town:
    """The town in one language. `letters` begin its references; `official` is the language of its decisions;
    `barriers` the department that answers reports of barriers."""

    name: Text
    address: Text
    hours: Text
    phone: str
    text_phone: str
    email: str
    security: str
    letters: str
    zone: str
    currency: str
    country: str
    official: str
    barriers: str
    locales: tuple[str, ...]
    postcodes: tuple[str, ...]


@dataclass(frozen=True)
class Department:
    id: str
    name: Text
    email: str
    phone: str
    office: str


@dataclass(frozen=True)
class Office:
    """`open` are the hours by day, `hours` the same in words; `closed` the days on which it does not open. `at` is the
    address in its parts, `address` the same in words."""

    id: str
    name: Text
    address: Text
    hours: Text
    access: Text
    getting_there: Text
    text_contact: Text
    words: Text
    departments: tuple[str, ...]
    step_free: bool
    phone: str
    text_phone: str
    email: str
    open: Mapping[str, tuple[str, ...]]
    closed: frozenset[date]
    at: Mapping[str, str]

    @property
    def slug(self) -> str:
        return self.id.replace("_", "-")


@dataclass(frozen=True)
class TownPage:
    """A plain page. `body` is Markdown."""

    slug: str
    title: Text
    body: Text


def town_texts(unit: Unit, locale: str) -> Texts:
    return texts_of(unit, "sentences", locale)


def texts_of(unit: Unit, kind: str, locale: str) -> Texts:
    """The town's own sentences of a kind, in a language or else in their source."""

    def make() -> Texts:
        content = shelf(unit)
        source = content.get("town").get("source", "en")
        return Texts(locale, content.get(kind, locale), source, content.get(kind, source))

    return derived(unit, (kind, locale), make)


def town(unit: Unit, locale: str) -> Town:
    """The town; before its folder was imported, an empty one with the name of the house."""
    return derived(unit, ("town", locale), lambda: _town(unit, locale))


def _town(unit: Unit, locale: str) -> Town:
    facts, t = shelf(unit).get("town"), town_texts(unit, locale)
    return Town(
        name=t.get("town.name") or Text("Ventanilla"),
        address=t.get("town.address") or Text(""),
        hours=t.get("town.hours") or Text(""),
        zone=facts.get("zone", unit.town.zone),
        barriers=facts.get("barriers") or next((each["id"] for each in facts.get("departments", ())), ""),
        locales=tuple(facts.get("locales", unit.town.locales)),
        postcodes=tuple(facts.get("postcodes", ())),
        **{
            name: facts.get(name, "")
            for name in ("phone", "text_phone", "email", "security", "letters", "currency", "country", "official")
        },
    )


def profile(unit: Unit) -> Mapping[str, Any]:
    """The legal profile as profile.yaml says it; all scalars are strings."""
    found: Mapping[str, Any] = shelf(unit).get("profile")
    return found


def departments(unit: Unit, locale: str) -> tuple[Department, ...]:
    t = town_texts(unit, locale)
    return tuple(
        Department(each["id"], t(f"department.{each['id']}.name"), each["email"], each["phone"], each["office"] or "")
        for each in shelf(unit).get("town").get("departments", ())
    )


def department_name(unit: Unit, department: str, locale: str) -> Text:
    return town_texts(unit, locale)(f"department.{department}.name")


def town_ways(unit: Unit) -> tuple[str, ...]:
    """The ways to a person that this town offers: phone, text, counter, home."""
    return tuple(shelf(unit).get("town").get("ways", ()))


def featured(unit: Unit) -> tuple[str, ...]:
    """The services that are used most, as town.yaml names them."""
    return tuple(shelf(unit).get("town").get("featured", ()))


def often(unit: Unit) -> tuple[str, ...]:
    """The services that people search for most, as town.yaml names them."""
    return tuple(shelf(unit).get("town").get("often", ()))


def offices(unit: Unit, locale: str) -> tuple[Office, ...]:
    """The offices in the order of town.yaml."""
    t, content = town_texts(unit, locale), shelf(unit)
    free = frozenset(date.fromisoformat(each["date"]) for each in profile(unit).get("holidays", ()))
    return tuple(_office(t, content.get("office", id), free) for id in content.get("town").get("offices", ()))


def _office(t: Texts, facts: Mapping[str, Any], free: frozenset[date]) -> Office:
    key = f"office.{facts['id']}"
    return Office(
        id=facts["id"],
        name=t(f"{key}.name"),
        address=t(f"{key}.address"),
        hours=t(f"{key}.hours"),
        access=t.get(f"{key}.access") or Text(""),
        getting_there=t.get(f"{key}.getting_there") or Text(""),
        text_contact=t.get(f"{key}.text_contact") or Text(""),
        words=t.get(f"{key}.words") or Text(""),
        departments=tuple(facts["departments"]),
        step_free=facts["step_free"],
        phone=facts["phone"],
        text_phone=facts["text_phone"],
        email=facts["email"],
        open={day: tuple(hours) for day, hours in facts["hours"].items()},
        closed=free.union(date.fromisoformat(day) for day in facts.get("closed", ())),
        at=facts["address"],
    )


def pages(unit: Unit) -> tuple[str, ...]:
    """The slugs of the town's plain pages."""
    return tuple(shelf(unit).get("town").get("pages", ()))


def page(unit: Unit, slug: str, locale: str) -> TownPage | None:
    if slug not in pages(unit):
        return None
    t = town_texts(unit, locale).whole(f"page.{slug}.title", f"page.{slug}.body")
    return TownPage(slug, t(f"page.{slug}.title"), t(f"page.{slug}.body"))


def lookup(unit: Unit, service_id: str, table: str) -> Lookup:
    """A table of a service, or of the town when `service_id` is "": rows by key, in file order."""
    name = f"{service_id}/{table}" if service_id else table
    rows: Lookup = shelf(unit).get("table", name).get("rows", {})
    return rows

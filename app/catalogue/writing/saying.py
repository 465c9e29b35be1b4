"""Days, places and what an event offers, in words."""

from collections.abc import Callable
from datetime import date as date_

from app.catalogue.content import Office, department_name, departments, offices, town
from app.catalogue.glance import money
from app.catalogue.markdown import prose
from app.catalogue.writing.coming import Date
from app.catalogue.writing.event_pages import Asked, EventLine
from app.catalogue.writing.facts import Address, LocalEventFacts
from app.catalogue.writing.pages import Told
from app.catalogue.writing.reading import Announcement, LocalEvent, Written
from app.kit.db import Unit
from app.kit.i18n import N_, format_clock, format_day, format_day_of_year, listed, translate
from app.kit.views import Named, When, moment, phone

EVERY = {
    "MO": N_("Every Monday"),
    "TU": N_("Every Tuesday"),
    "WE": N_("Every Wednesday"),
    "TH": N_("Every Thursday"),
    "FR": N_("Every Friday"),
    "SA": N_("Every Saturday"),
    "SU": N_("Every Sunday"),
}
OFTEN = {
    "DAILY": N_("Every day"),
    "WEEKLY": N_("Every week"),
    "MONTHLY": N_("Every month"),
    "YEARLY": N_("Every year"),
}


def named(piece: Written, locale: str) -> Named:
    return Named(piece.title, f"/{locale}{piece.path}", piece.title.lang, piece.title.dir)


def when(date: Date, locale: str) -> When:
    """Day and hours, with the weekday and the year."""
    return When(
        date.begins.isoformat(timespec="minutes"), _span(date, locale, lambda day: format_day(day, locale, "full"))
    )


def _span(date: Date, locale: str, say: Callable[[date_], str]) -> str:
    """From when until when; the last day too, if it is another one."""
    begins, ends = (format_clock(at.time(), locale) for at in (date.begins, date.ends))
    if date.ends.date() == date.day:
        sentence = N_("%(day)s, %(begins)s to %(ends)s")
        return translate(locale, sentence, day=say(date.day), begins=begins, ends=ends)
    sentence = N_("%(day)s, %(begins)s, to %(last)s, %(ends)s")
    return translate(locale, sentence, day=say(date.day), begins=begins, last=say(date.ends.date()), ends=ends)


def repeats(facts: LocalEventFacts, locale: str) -> str:
    """How often, where a few words say it; "" for once."""
    parts = dict(part.split("=", 1) for part in facts.repeat.upper().split(";") if "=" in part)
    often, days = parts.get("FREQ", ""), parts.get("BYDAY", "")
    if not often or parts.get("INTERVAL", "1") != "1":
        return ""
    return translate(locale, EVERY[days] if often == "WEEKLY" and days in EVERY else OFTEN[often])


def cost(unit: Unit, facts: LocalEventFacts, locale: str) -> str:
    return money(facts.cost, town(unit, locale).currency, locale) if facts.cost else translate(locale, N_("Free"))


def offered(facts: LocalEventFacts, locale: str) -> tuple[str, ...]:
    """What makes it easy to take part."""
    known = (
        (facts.step_free, N_("No steps")),
        (facts.hearing_loop, N_("Hearing loop")),
        (facts.sign_language, N_("Sign language")),
    )
    return tuple(translate(locale, words) for there, words in known if there)


def booking(facts: LocalEventFacts, locale: str) -> str:
    wanted = facts.booking == "wanted"
    return translate(locale, N_("Please tell us that you come.") if wanted else N_("No booking: just come."))


def line(unit: Unit, date: Date, locale: str) -> EventLine:
    event, day = date.event, date.begins.date()
    often = repeats(event.facts, locale)
    return EventLine(
        title=named(event, locale),
        iso=date.begins.isoformat(timespec="minutes"),
        weekday=format_day(day, locale, "EEE"),
        day=format_day(day, locale, "d"),
        when=_span(date, locale, lambda day: format_day_of_year(day, locale)),
        where=event.say("place"),
        more=listed((part for part in (often, cost(unit, event.facts, locale)) if part), locale),
    )


def office_of(unit: Unit, facts: LocalEventFacts, locale: str) -> Office | None:
    return next((each for each in offices(unit, locale) if each.id == facts.place), None)


def address(unit: Unit, event: LocalEvent, locale: str) -> str:
    if isinstance(event.facts.place, Address):
        return " ".join(part for part in (event.facts.place.street, event.facts.place.number) if part)
    office = office_of(unit, event.facts, locale)
    return office.address if office else ""


def office_link(office: Office, locale: str) -> Named:
    return Named(office.name, f"/{locale}/offices/{office.slug}", office.name.lang, office.name.dir)


def ask(unit: Unit, department: str, locale: str) -> Asked:
    known = next(each for each in departments(unit, locale) if each.id == department)
    office = next((each for each in offices(unit, locale) if each.id == known.office), None)
    return Asked(
        name=department_name(unit, department, locale),
        phone=phone(known.phone),
        phone_url=f"tel:{known.phone}" if known.phone else "",
        email=known.email,
        office=office_link(office, locale) if office else None,
    )


def told(unit: Unit, each: Announcement, locale: str) -> Told:
    where = listed(each.streets, locale) or translate(locale, N_("All of the town"))
    until = moment(each.until, locale, town(unit, locale).zone)
    return Told(each.id, each.title, prose(each.body, locale), where, until, each.title.lang, each.title.dir)

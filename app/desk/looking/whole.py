"""One person in words: names, ways to reach her, household. A number of who is never to be called stays out."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from app import people
from app.desk.pages import Fact
from app.desk.person import CHANNELS
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, language_name, listed, sentences, translate
from app.kit.views import phone
from app.people import renaming
from app.people.finding import Value, Whole, day

SOURCES = {
    "register": N_("from the register"),
    "merged": N_("from a record that was joined"),
    "marriage": N_("changed by marriage or its end"),
    "gender": N_("changed with the gender"),
    "wrong": N_("written wrongly before"),
    "other": N_("changed for another reason"),
    "self": N_("told by the person"),
}
NAMES = {"latin": N_("In Latin letters"), "preferred": N_("Likes to be called"), "former": N_("Name before")}
QUIET = renaming.QUIET
KINDS = {"email": N_("E-mail address"), "phone": N_("Phone")}


def identity(whole: Whole, locale: str, *, quiet: bool) -> tuple[Fact, ...]:
    """Who she is; with the names that only the named function reads where `quiet`."""

    def say(words: str) -> str:
        return translate(locale, words)

    facts = [
        Fact(say(NAMES.get(each.kind, NAMES["former"])), each.value, _from(each, locale))
        for each in whole.names
        if quiet or each.kind != QUIET
    ]
    if whole.born:
        born = format_day(day(whole.born.value), locale)
        facts.append(Fact(say(N_("Born")), born, _from(whole.born, locale)))
    if whole.identifier and whole.identifier.get("value"):
        facts.append(Fact(say(N_("Identity number")), whole.identifier["value"], dir="ltr"))
    if whole.language:
        facts.append(Fact(say(N_("Language")), language_name(whole.language, locale)))
    return tuple(facts)


def reach(whole: Whole, locale: str, *, quiet: bool, hidden: bool) -> tuple[Fact, ...]:
    """How she is reached, each with its source and day; a protected address says so."""

    def say(words: str) -> str:
        return translate(locale, words)

    channels = [say(CHANNELS[channel]) for channel in whole.channels if channel in CHANNELS]
    facts = [Fact(say(N_("Likes to be told")), listed(channels, locale))] if channels else []
    for each in whole.contacts:
        if each.kind == "phone" and quiet:
            continue
        value = phone(str(each.value)) if each.kind == "phone" else str(each.value)
        facts.append(Fact(say(KINDS.get(each.kind, each.kind)), value, _from(each, locale), dir="ltr"))
    if hidden and whole.addresses:
        facts.append(Fact(say(N_("Address")), say(N_("Protected"))))
    else:
        facts += [Fact(say(N_("Address")), _lines(each.value), _from(each, locale)) for each in whole.addresses]
    return tuple(facts)


def household(unit: Unit, ids: Sequence[UUID]) -> tuple[str, ...]:
    return tuple(people.names(unit, ids).values())


def _from(value: Value, locale: str) -> str:
    """The source and the day; what came back says so."""
    source = translate(locale, SOURCES.get(value.source, N_("told at the window")))
    since = translate(locale, N_("since %(day)s"), day=format_day(value.since, locale))
    amiss = translate(locale, N_("Mail came back.")) if value.amiss else ""
    return sentences((f"{source}, {since}", amiss), locale) if amiss else listed((source, since), locale)


def _lines(address: Mapping[str, object]) -> list[str]:
    """An address as it is kept: the street and its number, the rest of the house, the place."""
    if address.get("no_fixed_address"):
        return [str(address.get("word") or "")]
    street = " ".join(str(address.get(part) or "") for part in ("street", "number")).strip()
    house = " ".join(str(address.get(part) or "") for part in ("block", "stair", "floor", "door")).strip()
    place = " ".join(str(address.get(part) or "") for part in ("postcode", "town")).strip()
    return [line for line in (street, house, place) if line]

"""What a person needs to be served well, in words, for those who serve her."""

from collections.abc import Iterable, Iterator

from app.cases import Case, OnDesk
from app.desk.pages import Need
from app.kit.db import Unit
from app.kit.i18n import N_, language_name, translate
from app.kit.views import moment
from app.people import caring, needing


def needs(unit: Unit, shown: OnDesk, locale: str) -> tuple[Need, ...]:
    """Language first, then what was told. Without a known person only the account's own is known."""
    spoken = shown.record.language if shown.record and shown.record.language else shown.case.locale
    return of(unit, needing.Whose(shown.case.person_id, shown.case.account_id), spoken, locale)


def of(unit: Unit, whose: needing.Whose, spoken: str, locale: str) -> tuple[Need, ...]:
    """The same of a person without a case at hand."""
    known = needing.current(unit, whose)
    found = [_care(each, locale, unit.town.zone) for each in caring.current(unit, whose.person_id)]
    interpreted = any(told.need.startswith(needing.INTERPRETER) for told in known)
    if spoken != locale or interpreted:
        found.append(_language(spoken, locale, interpreted=interpreted))
    return *found, *_told(known, locale)


def at_work(unit: Unit, whose: needing.Whose, locale: str) -> tuple[Need, ...]:
    """What was told, beside a form in which something is asked of a person or written to her."""
    known = needing.current(unit, whose)
    spoken = [
        each.need.removeprefix(needing.INTERPRETER) for each in known if each.need.startswith(needing.INTERPRETER)
    ]
    return *(_language(each, locale, interpreted=True) for each in spoken), *_told(known, locale)


def of_case(unit: Unit, case: Case, locale: str) -> tuple[Need, ...]:
    """The same of whoever sent a case."""
    return at_work(unit, needing.Whose(case.person_id, case.account_id), locale)


def _told(known: Iterable[needing.Told], locale: str) -> Iterator[Need]:
    for need, words in {told.need: told.words for told in known if told.need in needing.WORDS}.items():
        said = needing.WORDS[need]
        yield Need(said.icon, translate(locale, said.title), translate(locale, said.text), words)


CARE = {
    caring.SAFETY: N_("Take care."),
    caring.ADDRESS: N_("The address is protected."),
    caring.NAMES: N_("Clerks are not named to this person."),
}


def _care(care: caring.Care, locale: str, zone: str) -> Need:
    """Care stands before all else, with its reason and its last moment."""
    until = translate(locale, N_("Until %(moment)s"), moment=moment(care.until, locale, zone))
    return Need("warn", translate(locale, CARE[care.kind]), until, care.words)


def _language(spoken: str, locale: str, *, interpreted: bool) -> Need:
    title = translate(locale, N_("Reads %(language)s best."), language=language_name(spoken, locale))
    words = N_("Write in that language if you can. Book an interpreter for a visit.")
    plain = N_("Write in that language if you can, or in short sentences that are easy to translate.")
    return Need("people", title, translate(locale, words if interpreted else plain))

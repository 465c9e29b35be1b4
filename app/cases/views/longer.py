"""How days were moved by law, in words: the new day, and why."""

from collections.abc import Mapping
from datetime import date, datetime

from markupsafe import Markup

from app.cases import law, queries, vault
from app.cases.queries import Case
from app.cases.rights import outages
from app.cases.rights.models import Extension
from app.cases.splitting.reading import Split, off
from app.kit.db import Unit
from app.kit.i18n import N_, direction, format_day, lang_tag, translate


def lines(unit: Unit, case: Case, locale: str) -> Mapping[datetime, tuple[str, ...]]:
    """By the moment it was done. Reasons that are not in the reader's language are marked as what they are."""
    given, came = law.extensions(unit, case.id), off(unit, case.id)
    taken = {row.at: (*_lines(unit, case, row, locale), *_inherited(unit, row, came, locale)) for row in given}
    return taken | {row.at: (_moved(row.before, row.after, locale),) for row in outages.effects(unit, case.id)}


def _inherited(unit: Unit, row: Extension, came: Split | None, locale: str) -> tuple[str, ...]:
    """Of a case that was split off: the time was given to the first one, before they were two."""
    if came is None or row.at > came.at:
        return ()
    words = N_("That was decided in %(reference)s. It counts for this case too.")
    return (translate(locale, words, reference=queries.case(unit, came.first_id).reference),)


def _moved(before: date, after: date, locale: str) -> str:
    words = N_("The last day moves from %(before)s to %(day)s.")
    return translate(locale, words, before=format_day(before, locale), day=format_day(after, locale))


def _lines(unit: Unit, case: Case, row: Extension, locale: str) -> tuple[str, ...]:
    said: Mapping[str, str] = vault.unseal(unit, case.id, Extension, "words", row.id, row.words)
    spoken = next((each for each in (locale, case.locale, *said) if said.get(each)), locale)
    new = N_("The day to decide moves from %(before)s to %(day)s.")
    first = translate(locale, new, before=format_day(row.due, locale), day=format_day(row.until, locale))
    return (first, *(marked(words, spoken, locale) for words in said.get(spoken, "").splitlines()))


def marked(words: str, spoken: str, locale: str) -> str:
    """Words on a page in another language, marked as theirs. What a clerk added has its own direction."""
    if spoken == locale:
        return Markup("<bdi>{}</bdi>").format(words)
    return Markup('<span lang="{}" dir="{}">{}</span>').format(lang_tag(spoken), direction(spoken), words)

"""What a person agrees to, in words for the desk."""

from uuid import UUID

from app.desk.pages import Fact
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.views import moment
from app.people import consenting

TITLES = {
    consenting.PREFILL: N_("Forms filled in from the record"),
    consenting.OFFICES: N_("Other offices see how many cases run"),
}


def facts(unit: Unit, person: UUID, locale: str) -> tuple[Fact, ...]:
    """Each use with what she said of it last."""
    said = consenting.history(unit, person)
    found = []
    for what in consenting.USES:
        latest = next((each for each in said if each.what == what), None)
        words = N_("Agreed: %(moment)s") if latest and latest.agreed else N_("Taken back: %(moment)s")
        when = moment(latest.at, locale, unit.town.zone).text if latest else ""
        law = translate(locale, N_("Allowed by law; nothing was said"))
        found.append(Fact(translate(locale, TITLES[what]), translate(locale, words, moment=when) if latest else law))
    return tuple(found)


def changes(unit: Unit, person: UUID, locale: str) -> list[tuple[str, str, str]]:
    """What she may say now: a value, its label, and what it does."""
    found = []
    for what in consenting.USES:
        agreed = consenting.allows(unit, person, what)
        words = N_("Takes back: %(what)s") if agreed else N_("Agrees again: %(what)s")
        label = translate(locale, words, what=translate(locale, TITLES[what]))
        found.append((f"{what}:{'stop' if agreed else 'agree'}", label, ""))
    return found

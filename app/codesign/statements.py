"""Barriers as everybody may read them: where, since when, how bad; never who reported them, nor in which words."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.codesign import places, queries
from app.codesign.queries import Row
from app.kit.db import Unit
from app.kit.i18n import N_, translate, translate_many
from app.kit.views import When, day

EFFORTS = {
    "blocked": N_("Somebody could not do what they wanted"),
    "hard": N_("Somebody could do it only with great effort"),
    "annoyed": N_("It annoyed somebody"),
}


@dataclass(frozen=True)
class KnownBarrier:
    """`number` and `criterion` are "" where none of WCAG 2.2 speaks of it; `release` is "" and `mended` None while it
    is open."""

    component: str
    number: str
    criterion: str
    effort: str
    since: When
    release: str = ""
    mended: When | None = None


def open_barriers(unit: Unit, locale: str) -> tuple[KnownBarrier, ...]:
    """Those that we know of and have not mended yet, the oldest first."""
    return tuple(_known(unit, row, locale) for row in queries.open_ones(unit))


def mended_barriers(unit: Unit, locale: str) -> tuple[KnownBarrier, ...]:
    """Those that were mended in the last year, each with the release."""
    return tuple(_known(unit, row, locale) for row in queries.mended(unit))


def waiting(unit: Unit, locale: str) -> str:
    """How many reports nobody has looked at yet, as a sentence; "" for none."""
    number = queries.waiting(unit)
    said = translate_many(
        locale,
        "%(number)s report waits for a first look.",
        "%(number)s reports wait for a first look.",
        number,
    )
    return said if number else ""


def component(id: str, locale: str) -> str:
    return places.components(locale).get(id, id)


def criterion(number: str, locale: str) -> str:
    """Such as “2.4.7 Focus Visible (AA)”; "" for none."""
    found = places.criteria(locale).get(number)
    if found is None:
        return ""
    words = N_("%(number)s %(name)s (level %(level)s)")
    return translate(locale, words, number=found.number, name=found.name, level=found.level)


def effort(id: str, locale: str) -> str:
    return translate(locale, EFFORTS[id]) if id in EFFORTS else ""


def _known(unit: Unit, row: Row, locale: str) -> KnownBarrier:
    return KnownBarrier(
        component=component(row.component, locale),
        number=row.criterion,
        criterion=criterion(row.criterion, locale),
        effort=effort(row.effort, locale),
        since=day(_day(unit, row.since), locale, "long"),
        release=row.release,
        mended=day(_day(unit, row.mended_at), locale, "long") if row.mended_at else None,
    )


def _day(unit: Unit, at: datetime) -> date:
    """Its civil day in the town."""
    return at.astimezone(ZoneInfo(unit.town.zone)).date()

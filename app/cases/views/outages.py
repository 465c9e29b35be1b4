"""Outages of the portal in words, and what the law makes of them."""

from collections.abc import Callable
from uuid import UUID

from app.cases import law
from app.cases.pages import OutageLine
from app.kit.db import Unit
from app.kit.i18n import N_, translate, translate_many
from app.kit.views import moment

MOST = 50


def lines(unit: Unit, locale: str, url: Callable[[UUID], str] = lambda outage_id: "") -> tuple[OutageLine, ...]:
    """The latest first; one that was corrected stays, and says so."""
    zone, found = unit.town.zone, list(law.outages(unit))
    corrected = {row.replaces: row.at for row in found if row.replaces}
    return tuple(
        OutageLine(
            moment(row.since, locale, zone),
            moment(row.until, locale, zone) if row.until else None,
            moment(corrected[row.id], locale, zone) if row.id in corrected else None,
            "" if row.id in corrected else url(row.id),
        )
        for row in sorted(found, key=lambda row: (row.since, row.at), reverse=True)[:MOST]
    )


def rule(unit: Unit, locale: str) -> tuple[str, ...]:
    """What an outage does to last days here; nothing where the law does nothing."""
    setting = law.profile(unit).outage
    if setting is None:
        return ()
    told = []
    if "person" in setting.moves:
        told.append(translate(locale, N_("If your last day for something falls into an outage, you get more time.")))
    if "office" in setting.moves:
        told.append(translate(locale, N_("If our last day to decide falls into it, that day moves too.")))
    days = setting.adds.days or 0
    if setting.adds.working:
        told.append(
            translate_many(
                locale,
                "The new last day is the first working day after the outage.",
                "The new last day is %(number)s working days after the outage.",
                days,
            )
        )
    elif days:
        told.append(
            translate_many(
                locale,
                "The new last day is the day after the outage.",
                "The new last day is %(number)s days after the outage.",
                days,
            )
        )
    return (*told, translate(locale, N_("Whoever is concerned gets a message with the new day.")))

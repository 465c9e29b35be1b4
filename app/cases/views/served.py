"""Served notifications in words."""

from dataclasses import dataclass
from typing import Any

from app.cases.queries import Case
from app.cases.rights import serving
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, translate
from app.kit.views import moment

_STATES = {
    serving.OPENED: N_("Opened: %(moment)s. It counts as served since then."),
    serving.REFUSED: N_("Refused: %(moment)s. It counts as served since then."),
    serving.EXPIRED: N_("Not opened in time. It counts as served since %(moment)s."),
}


@dataclass(frozen=True)
class Served:
    """Where a notification stands; `url` leads to its opening while it waits."""

    text: str
    url: str


def latest(unit: Unit, case: Case, locale: str, below: str) -> Served | None:
    """The latest notification of a case; None where nothing was served. `below` is the address of the case."""
    rows = serving.all_of(unit, case.id)
    if not rows:
        return None
    row = rows[-1]
    waits = row.state == serving.AVAILABLE and row.channel == serving.PORTAL
    return Served(line(unit, row, locale), f"{below}/notifications/{row.id}" if waits and below else "")


def line(unit: Unit, row: Any, locale: str) -> str:
    """One sentence, the same for both sides."""
    if row.state in _STATES:
        return translate(locale, _STATES[row.state], moment=moment(row.settled_at, locale, unit.town.zone))
    made = moment(row.at, locale, unit.town.zone)
    if row.channel == serving.LETTER:
        return translate(locale, N_("Sent by post: %(moment)s."), moment=made)
    if row.until is None:
        return translate(locale, N_("Made available: %(moment)s. It waits to be opened."), moment=made)
    words = N_("Made available: %(moment)s. Not opened yet. Last day to open it: %(day)s.")
    return translate(locale, words, moment=made, day=format_day(row.until, locale))

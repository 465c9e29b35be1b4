"""Served notifications in words."""

from typing import Any

from app.cases.queries import Case
from app.cases.rights import serving
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, translate
from app.kit.views import moment

_STATES = {
    serving.HANDED: N_("Handed over at the window: %(moment)s. It counts as served since then."),
    serving.OPENED: N_("Opened: %(moment)s. It counts as served since then."),
    serving.REFUSED: N_("Refused: %(moment)s. It counts as served since then."),
    serving.EXPIRED: N_("Not opened in time. It counts as served since %(moment)s."),
}


def latest(unit: Unit, case: Case, locale: str) -> str:
    """Where the latest notification of a case stands; "" where nothing was served."""
    rows = serving.all_of(unit, case.id)
    return line(unit, rows[-1], locale) if rows else ""


def means(locale: str) -> str:
    """What the person reads of it before she has opened it."""
    return translate(locale, N_("Something was decided. You read it when you open the notification."))


def last_day(row: Any, locale: str) -> str:
    """Until when it may lie unopened, as a sentence; "" where it may for ever."""
    return (
        translate(locale, N_("Last day to open it: %(day)s."), day=format_day(row.until, locale)) if row.until else ""
    )


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

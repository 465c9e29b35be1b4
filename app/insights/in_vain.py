"""What people look for and do not find: counted by day, without a person, and without the words until five asked so.

Until then only a keyed hash of them is kept, so that a name that somebody once looked for stands nowhere. Words that
look as if they told of somebody (digits, an address, a long sentence) are counted and never kept.
"""

import unicodedata
from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, delete, update

from app.insights.masking import LEAST
from app.insights.models import SearchInVain
from app.insights.queries import IN_VAIN_ASKED, IN_VAIN_KINDS
from app.kit import crypto, db
from app.kit.towns import Town

LONGEST, MOST_WORDS = 60, 6
MOST_A_DAY = 1_000
"""So many different searches are counted a day; who sends a million of them fills no table."""
KEPT = timedelta(days=366)
TRIES = 3

V = db.table(SearchInVain)
MORE = update(V).where(V.c.key == bindparam("its"), V.c.day == bindparam("on")).values(count=V.c.count + 1)
SPELL = update(V).where(V.c.key == bindparam("its"), V.c.words.is_(None)).values(words=bindparam("said"))
OLD = delete(V).where(V.c.day < bindparam("before"))


def note(town: Town, locale: str, words: str) -> None:
    """Count a search that found nothing. It opens a unit of its own."""
    said = plain(words)
    for _ in range(TRIES):
        try:
            with db.apart(town) as unit:
                _count(unit, locale, "" if tells_of_somebody(said) else said)
        except db.Conflict:
            continue
        return


def plain(words: str) -> str:
    """Words as they are counted: in one form, whatever capitals, width and spaces were typed."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split()).strip(" .,;:!?¿¡؟،。，！？")


def tells_of_somebody(said: str) -> bool:
    """Whether words may be about a person: a number, an address, or more than a few words."""
    long = len(said) > LONGEST or len(said.split()) > MOST_WORDS
    return long or any(letter.isdigit() or letter in "@/_" for letter in said)


def _count(unit: db.Unit, locale: str, said: str) -> None:
    today = unit.now.astimezone(ZoneInfo(unit.town.zone)).date()
    key = crypto.blind(unit.town.keys, "searched in vain", f"{locale} {said}")
    if db.change(unit, MORE, its=key, on=today) == 0:
        known = db.value(unit, IN_VAIN_KINDS, day=today)
        if known >= MOST_A_DAY:
            return
        if known == 0:
            db.change(unit, OLD, before=today - KEPT)
        db.add(unit, SearchInVain, key=key, day=today, locale=locale, words=None, count=1)
    if said and db.value(unit, IN_VAIN_ASKED, key=key) >= LEAST:
        db.change(unit, SPELL, its=key, said=said)

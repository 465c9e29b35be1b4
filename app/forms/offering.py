"""Days a service offers: those on the weekday that a table says for an answer given before."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from difflib import SequenceMatcher
from itertools import islice

from app.forms import folding, round_days
from app.forms.fields import Choose
from app.forms.reading import Around, Lookup
from app.kit.durations import shift_day
from app.kit.rules import look_up


def offered_days(choose: Choose, around: Around) -> tuple[date, ...]:
    """The next days on which the town comes; none when the answer before is missing or not in the table."""
    answer = look_up(around.answers, choose.by)
    row = find_row(around.tables.get(choose.table, {}), answer) if isinstance(answer, str) else None
    if row is None:
        return ()
    first = shift_day(around.today, choose.notice)
    days = round_days.days(row.get(choose.column, ""), first, first + timedelta(days=365), around.closed)
    return tuple(islice(days, choose.next))


def find_row(table: Lookup, key: str) -> Mapping[str, str] | None:
    """The row of a street, by its name as written or as people write it; an `aliases` column is parted by |."""
    found = find_key(table, key)
    return table[found] if found is not None else None


def find_key(table: Lookup, key: str) -> str | None:
    if key in table:
        return key
    wanted = folding.street(key)
    matches = [name for name, row in table.items() if wanted in _spellings(name, row)]
    if len(matches) != 1:
        bare = _bare(wanted)
        matches = (
            [name for name, row in table.items() if bare in {_bare(s) for s in _spellings(name, row)}] if bare else []
        )
    return matches[0] if len(matches) == 1 else None


def streets_in(table: Lookup, text: str) -> tuple[str, ...]:
    """The streets that somebody's words name, by their names as the town writes them."""
    said = f" {folding.street(text)} "
    return tuple(
        name for name, row in table.items() if any(f" {spelling} " in said for spelling in _spellings(name, row))
    )


def similar(table: Lookup, key: str) -> tuple[str, ...]:
    """Up to three streets that somebody may have meant."""
    wanted = _bare(folding.street(key))
    words = set(wanted.split())
    rated = []
    for name, row in table.items():
        best = max(
            SequenceMatcher(None, wanted, _bare(spelling)).ratio() + 0.5 * bool(words & set(_bare(spelling).split()))
            for spelling in _spellings(name, row)
        )
        rated.append((best, name))
    return tuple(name for score, name in sorted(rated, key=lambda one: (-one[0], one[1]))[:3] if score >= 0.62)


def _spellings(name: str, row: Mapping[str, str]) -> set[str]:
    return {folding.street(spelling) for spelling in (name, *row.get("aliases", "").split("|")) if spelling}


def _bare(street: str) -> str:
    """A folded street without the word for its kind."""
    kinds = "calle|avenida|plaza|paseo|carretera|camino|travesia|callejon|muelle|ronda|urbanizacion"
    return re.sub(rf"^({kinds}) ", "", street)

"""Rows of a group that say the same: a child who is named twice, a dog whose chip was written before."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from app.forms.fields import Group
from app.forms.reading import Around, Problem


def repeats(group: Group, row: Mapping[str, Any], around: Around) -> dict[str, Problem]:
    """What this row has in common with another one, at the first question that tells rows apart. The sentence names
    both by their numbers."""
    said = [_plain(row.get(name)) for name in group.distinct]
    if not said or None in said:
        return {}
    first = group.distinct[0]
    at = f"{first}.name" if group.fields[first].type == "person" else first
    if group.beside and _plain(around.answers.get(group.beside)) == said[0]:
        return {at: Problem("beside")}
    rows = around.answers.get(group.id) or ()
    place = next((number for number, each in enumerate(rows, 1) if each["_id"] == row["_id"]), len(rows) + 1)
    for other, each in enumerate(rows, 1):
        if each["_id"] != row["_id"] and [_plain(each.get(name)) for name in group.distinct] == said:
            return {at: Problem("distinct", {"place": place, "other": other})}
    return {}


def _plain(answer: Any) -> Any:
    """An answer as it is compared: words without capitals and spaces at will; a person by her name and birth date."""
    if isinstance(answer, str):
        return " ".join(unicodedata.normalize("NFKC", answer).casefold().split()) or None
    if isinstance(answer, Mapping):
        known = answer.get("identifier") or {}
        number = known.get("value") if isinstance(known, Mapping) else None
        return number or (_plain(answer.get("name")), answer.get("born"))
    return answer

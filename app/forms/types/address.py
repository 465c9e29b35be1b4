"""address: the parts of Spain, or one free line, or no fixed address and where to leave word.

With a table of streets the place is in the town and the street is one of the table.
"""

import re
from typing import Any

from app.forms import folding
from app.forms.fields import Address
from app.forms.offering import find_key, similar
from app.forms.reading import Around, Lookup, Reading, Typed
from app.forms.showing import Line, Lines, own, plain
from app.forms.types.address_drawing import draw
from app.forms.words import Words
from app.kit.i18n import N_, either, listed

SHORT = {"block": 20, "stair": 20, "floor": 20, "door": 20}
PARTS = ("street", "number", *SHORT, "postcode", "town", "province", "line", "word")

__all__ = ["draw", "read", "show", "typed"]


def read(reading: Reading, field: Address, name: str, around: Around) -> dict[str, Any] | None:
    texts = {part: reading.one(f"{name}.{part}", SHORT.get(part, 200)) for part in PARTS}
    homeless = not field.street and reading.is_ticked(f"{name}.no_fixed_address")
    if None in texts.values():
        return None
    parts = {part: text for part, text in texts.items() if text}
    if homeless:
        if "word" not in parts:
            reading.wrong(f"{name}.word", "word")
        return {"in_town": False, "no_fixed_address": True, "word": parts.get("word", "")}
    parts.pop("word", None)
    if not parts and not field.required:
        return None
    _split_number(parts)
    if field.street:
        _in_table(reading, name, parts, around.tables.get(field.street, {}), around)
    elif "line" not in parts:
        _whole(reading, name, parts)
    in_town = bool(field.street) or _is_in_town(parts, around)
    return parts | {"in_town": in_town, "no_fixed_address": False}


def _split_number(parts: dict[str, str]) -> None:
    """Browsers fill in street and number together: "Calle del Ancla, 5"."""
    found = re.fullmatch(r"(.*\D),?\s+([0-9]+\s?[A-Za-z]?|s/n)", folding.digits(parts.get("street", "")))
    if found and "number" not in parts:
        parts["street"], parts["number"] = found[1].rstrip(" ,"), found[2]


def _whole(reading: Reading, name: str, parts: dict[str, str]) -> None:
    if "street" not in parts:
        reading.wrong(f"{name}.street", "required")
    _needs_number(reading, name, parts)
    postcode = folding.compact(parts.get("postcode", ""))
    if not re.fullmatch(r"(0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}", postcode):
        reading.wrong(f"{name}.postcode", "postcode")
    parts["postcode"] = postcode
    if "town" not in parts:
        reading.wrong(f"{name}.town", "town")


def _needs_number(reading: Reading, name: str, parts: dict[str, str]) -> None:
    number = folding.digits(parts.get("number", ""))
    if not number or len(number) > 20:
        reading.wrong(f"{name}.number", "number")
    parts["number"] = number


def _in_table(reading: Reading, name: str, parts: dict[str, str], table: Lookup, around: Around) -> None:
    if "street" not in parts:
        reading.wrong(f"{name}.street", "required")
        return
    street = find_key(table, parts["street"])
    if street is None:
        near = similar(table, parts["street"])
        reading.wrong(f"{name}.street", "similar" if near else "street", streets=either(near, around.locale))
        return
    _needs_number(reading, name, parts)
    parts["street"] = street
    parts["postcode"] = table[street].get("postcode", "") or parts.get("postcode", "")
    parts["town"] = around.town_names[0] if around.town_names else parts.get("town", "")


def _is_in_town(parts: dict[str, str], around: Around) -> bool:
    """By the town's name in any language; the postcode decides where it is written another way."""
    if parts.get("postcode") in around.postcodes:
        return True
    return folding.name(parts.get("town", "")) in {folding.name(name) for name in around.town_names}


def typed(_field: Address, name: str, answer: dict[str, Any], _around: Around) -> Typed:
    found = {f"{name}.{part}": (answer[part],) for part in PARTS if answer.get(part)}
    return found | ({f"{name}.no_fixed_address": ("yes",)} if answer.get("no_fixed_address") else {})


def show(_field: Address, answer: dict[str, Any], words: Words, _around: Around) -> Lines:
    if answer.get("no_fixed_address"):
        return plain(words.say(N_("No fixed address"))), own(answer.get("word", ""))
    lines: list[Line] = []
    first = " ".join(part for part in (answer.get("street", ""), answer.get("number", "")) if part)
    inside = listed((words.say(_INSIDE[part], value=answer[part]) for part in SHORT if answer.get(part)), words.locale)
    where = " ".join(part for part in (answer.get("postcode", ""), answer.get("town", "")) if part)
    for text in (first, inside, answer.get("line", ""), where, answer.get("province", "")):
        if text:
            lines.append(own(text))
    return tuple(lines)


_INSIDE = {
    "block": N_("block %(value)s"),
    "stair": N_("stair %(value)s"),
    "floor": N_("floor %(value)s"),
    "door": N_("door %(value)s"),
}

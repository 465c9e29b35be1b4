"""position: where something is, in words, by what a telephone says of itself, or both.

What a telephone says comes from a script, which asks it once, at a press; it is kept to five digits, about a metre.
"""

import json
import re
from decimal import ROUND_CEILING, Decimal
from typing import Any

from app.forms.controls import Control, Whereabouts, html_id
from app.forms.drawing import Drawing
from app.forms.fields import Position
from app.forms.folding import digits
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Line, Lines, Span, own
from app.forms.words import Words
from app.kit.i18n import after, babel_locale, translate_many

PARTS = ("latitude", "longitude", "accuracy")
DIGITS = Decimal("0.00001")
MOST = {"latitude": Decimal(90), "longitude": Decimal(180), "accuracy": Decimal(100_000)}
"""Degrees, and metres: who knows no more than the province knows nothing."""
FORMS = (100, 11, 3, 2, 1, 0)
"""A number for each form that a plural has in our languages; the last one speaks for its form."""


def read(reading: Reading, field: Position, name: str, _around: Around) -> dict[str, Any] | None:
    words, position = reading.one(name, field.max), _position(reading, name)
    if words is None:
        return None
    if not words and position is None:
        if field.required:
            reading.wrong(name, "required")
        return None
    return {"words": words} | ({"position": position} if position else {})


def _position(reading: Reading, name: str) -> dict[str, Any] | None:
    """What the telephone said; one that makes no sense is told at the words, and not shown again."""
    inputs = [f"{name}.{part}" for part in PARTS]
    sent = {part: reading.one(each, 40) for part, each in zip(PARTS, inputs, strict=True)}
    removed = reading.is_ticked(f"{name}.remove")
    read = {part: _number(part, text or "") for part, text in sent.items()}
    strange = [reading.errors.pop(each) for each in inputs if each in reading.errors]
    if removed or strange or None in read.values():
        for each in inputs:
            reading.typed[each] = ()
        if not removed and (strange or any(sent.values())):
            reading.wrong(name, "position")
        return None
    metres = read["accuracy"] or Decimal(0)
    return {
        "latitude": _degrees(read["latitude"]), "longitude": _degrees(read["longitude"]),
        "accuracy": int(metres.to_integral_value(ROUND_CEILING)),
    }  # fmt: skip


def _number(part: str, text: str) -> Decimal | None:
    """The number of one part; None for what is none, and for what lies beside the earth."""
    if not re.fullmatch(r"-?[0-9]{1,6}(\.[0-9]{1,20})?", folded := digits(text)):
        return None
    number = Decimal(folded)
    least = Decimal(0) if part == "accuracy" else -MOST[part]
    return number if least <= number <= MOST[part] else None


def _degrees(number: Decimal | None) -> str:
    rounded = (number or Decimal(0)).quantize(DIGITS)
    return f"{abs(rounded) if rounded == 0 else rounded:f}"


def typed(_field: Position, name: str, answer: dict[str, Any], _around: Around) -> Typed:
    said = answer.get("position") or {}
    return {name: (answer.get("words", ""),)} | {f"{name}.{part}": (str(said[part]),) for part in PARTS if part in said}


def show(_field: Position, answer: dict[str, Any], words: Words, _around: Around) -> Lines:
    lines: list[Line] = [own(answer["words"])] if answer.get("words") else []
    if said := answer.get("position"):
        lines.append(
            (Span(after(taken(words.locale, said["accuracy"]), "", words.locale)), Span(coordinates(said), True))
        )
    return tuple(lines)


def coordinates(said: dict[str, Any]) -> str:
    return f"{said['latitude']}, {said['longitude']}"


def taken(locale: str, metres: int) -> str:
    return translate_many(
        locale,
        "Position taken, accurate to about %(number)s metre",
        "Position taken, accurate to about %(number)s metres",
        metres,
    )


def by_form(locale: str) -> str:
    """The same for a script, which knows the number later: JSON by the forms of a plural."""
    form = babel_locale(locale).plural_form
    return json.dumps({form(number): taken(locale, number).replace(str(number), "{number}") for number in FORMS})


def draw(drawing: Drawing, field: Position, name: str) -> tuple[Control, ...]:
    box = drawing.box("position", name, drawing.label, drawing.hint(), autocomplete=drawing.token("off"))
    values = tuple((f"{name}.{part}", drawing.value(f"{name}.{part}")) for part in PARTS)
    metres, locale = _number("accuracy", drawing.value(f"{name}.accuracy")), drawing.words.locale
    said = "" if metres is None else taken(locale, int(metres.to_integral_value(ROUND_CEILING)))
    return (box, Whereabouts(html_id(f"{name}.position"), f"{name}.remove", values, said, by_form(locale)))

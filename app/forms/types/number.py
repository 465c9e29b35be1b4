"""number: a decimal as text. A comma or a point is read as the page's language means it."""

import re
from decimal import Decimal

from babel.numbers import get_decimal_symbol

from app.forms.controls import Control
from app.forms.drawing import Drawing
from app.forms.fields import Number
from app.forms.folding import code
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Lines, own
from app.forms.words import Words
from app.kit.i18n import babel_locale

DIGITS = 15
"""As many as a rule can compare."""


def read(reading: Reading, field: Number, name: str, around: Around) -> str | None:
    text = reading.one(name, 40)
    if text is None:
        return None
    if not text:
        if field.required:
            reading.wrong(name, "required")
        return None
    number = decimal_of(code(text), field.decimals, around.locale)
    if number is None:
        reading.wrong(name, "format")
    elif decimals_of(number) > field.decimals:
        reading.wrong(name, "decimals" if field.decimals else "whole", decimals=field.decimals)
    elif field.min is not None and number < field.min:
        reading.wrong(name, "min", min=field.min)
    elif field.max is not None and number > field.max:
        reading.wrong(name, "max", max=field.max)
    return _plain(number) if number is not None else None


def decimal_of(text: str, decimals: int, locale: str) -> Decimal | None:
    """The number that somebody wrote, with its digits folded already; None when it is none."""
    bare = re.sub(r"[\s'’٬_]", "", text).replace("٫", ",").replace("−", "-").replace("、", ",")
    if not re.fullmatch(r"[+-]?[0-9][0-9.,]*", bare):
        return None
    point = _point(bare, decimals, locale)
    whole, _, rest = bare.rpartition(point) if point else (bare, "", "")
    if "," in rest or "." in rest or not _is_grouped(whole):
        return None
    number = f"{re.sub('[.,]', '', whole)}.{rest or '0'}"
    if len(re.sub(r"[^0-9]", "", whole + rest).lstrip("0")) > DIGITS:
        return None
    return Decimal(number)


def _point(text: str, decimals: int, locale: str) -> str:
    """The sign that begins the decimals, "" for none: the last of two kinds, or a single one that cannot group."""
    signs = [sign for sign in ".," if sign in text]
    if not signs:
        return ""
    last = max(signs, key=text.rindex)
    if len(signs) == 2:
        return last
    if text.count(last) > 1:
        return ""
    could_group = re.fullmatch(r"[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}", text)
    if not could_group:
        return last
    is_point_here = last == get_decimal_symbol(babel_locale(locale)).replace("٫", ",")
    return last if decimals >= 3 and is_point_here else ""


def _is_grouped(whole: str) -> bool:
    """Digits alone, or in groups of three."""
    return bool(re.fullmatch(r"[+-]?([0-9]+|[0-9]{1,3}([.,][0-9]{3})+)", whole))


def decimals_of(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -int(exponent))


def _plain(number: Decimal) -> str:
    text = f"{number.normalize():f}"
    return "0" if text == "-0" else text


def typed(_field: Number, name: str, answer: str, around: Around) -> Typed:
    return {name: (answer.replace(".", "," if around.locale == "es" else "."),)}


def show(field: Number, answer: str, words: Words, _around: Around) -> Lines:
    unit = words.own(field.path, "unit")
    number = words.number(Decimal(answer))
    return (own(f"{number} {unit}" if unit else number),)


def draw(drawing: Drawing, field: Number, name: str) -> tuple[Control, ...]:
    return (
        drawing.box(
            "number", name, drawing.label, drawing.hint(), width="w10",
            inputmode="decimal" if field.decimals else "numeric", direction="ltr",
        ),
    )  # fmt: skip

"""money: whole minor units and a currency. A comma or a point is read as the page's language means it."""

import re
from decimal import Decimal

from app.forms.controls import Control
from app.forms.drawing import Drawing
from app.forms.fields import Money
from app.forms.folding import code
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Lines, own
from app.forms.types.number import decimal_of, decimals_of
from app.forms.words import Words
from app.kit import money
from app.kit.money import Amount

_SIGNS = re.compile(r"(?i)€|\$|£|¥|euros?|eur\b|nt\$|twd\b|يورو|歐元|元|圓")
"""What people write beside an amount in the currency that was asked for."""


def read(reading: Reading, field: Money, name: str, around: Around) -> dict[str, str] | None:
    text = reading.one(name, 40)
    if text is None:
        return None
    if not text:
        if field.required:
            reading.wrong(name, "required")
        return None
    places = money.decimals(field.currency)
    number = decimal_of(_SIGNS.sub("", code(text)).strip(), places, around.locale)
    if number is None:
        reading.wrong(name, "format")
        return None
    if decimals_of(number) > places:
        reading.wrong(name, "decimals" if places else "whole", decimals=places)
        return None
    amount = Amount(money.minor(number, field.currency), field.currency)
    if amount.minor < field.min:
        reading.wrong(name, "min", min=Amount(field.min, field.currency))
    elif amount.minor > field.max:
        reading.wrong(name, "max", max=Amount(field.max, field.currency))
    return {"amount": str(amount.minor), "currency": amount.currency}


def amount_of(answer: dict[str, str]) -> Amount:
    return Amount(int(answer["amount"]), answer["currency"])


def from_text(text: str, currency: str) -> dict[str, str]:
    """The answer for an amount as files write it: 1234.50."""
    return {"amount": str(money.minor(Decimal(text), currency)), "currency": currency}


def typed(_field: Money, name: str, answer: dict[str, str], around: Around) -> Typed:
    number = f"{money.major(amount_of(answer)):f}"
    return {name: (number.replace(".", "," if around.locale == "es" else "."),)}


def show(_field: Money, answer: dict[str, str], words: Words, _around: Around) -> Lines:
    return (own(money.written(amount_of(answer), words.locale)),)


def draw(drawing: Drawing, field: Money, name: str) -> tuple[Control, ...]:
    return (
        drawing.box(
            "money", name, drawing.label, drawing.hint(), width="w10", direction="ltr",
            inputmode="decimal" if money.decimals(field.currency) and field.min >= 0 else "",
        ),
    )  # fmt: skip

"""money: whole minor units and a currency. A comma or a point is read as the page's language means it.

A figure that another office gave keeps what was given, by whom and of which day, also once somebody corrected it.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from app.forms.controls import Control
from app.forms.drawing import Drawing
from app.forms.fields import Money
from app.forms.folding import code
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Line, Lines, Span, own
from app.forms.types.number import decimal_of, decimals_of
from app.forms.words import Words
from app.kit import money
from app.kit.i18n import N_, format_day
from app.kit.money import Amount

_SIGNS = re.compile(r"(?i)€|\$|£|¥|euros?|eur\b|nt\$|twd\b|يورو|歐元|元|圓")
"""What people write beside an amount in the currency that was asked for."""
_FILED = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,4})?")


def read(reading: Reading, field: Money, name: str, around: Around) -> dict[str, Any] | None:
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
    return {"amount": str(amount.minor), "currency": amount.currency, **_given(around.answers.get(field.id), amount)}


def _given(before: Any, amount: Amount) -> dict[str, Any]:
    given = before.get("given") if isinstance(before, dict) else None
    return {"given": given, "changed": given["amount"] != str(amount.minor)} if given else {}


def given(amount: Amount, by: str, on: date) -> dict[str, Any]:
    """The answer that another office gives: `by` is who told it, `on` of which day it is."""
    told = {"amount": str(amount.minor), "by": by, "on": on.isoformat()}
    return {"amount": str(amount.minor), "currency": amount.currency, "given": told, "changed": False}


def amount_of(answer: dict[str, Any]) -> Amount:
    return Amount(int(answer["amount"]), answer["currency"])


def from_text(text: str, currency: str) -> dict[str, str]:
    """The answer for an amount as files write it: 1234.50; ValueError for what is none."""
    if not _FILED.fullmatch(text):
        raise ValueError(text)
    return {"amount": str(money.minor(Decimal(text), currency)), "currency": currency}


def typed(_field: Money, name: str, answer: dict[str, Any], around: Around) -> Typed:
    number = f"{money.major(amount_of(answer)):f}"
    return {name: (number.replace(".", "," if around.locale == "es" else "."),)}


def show(_field: Money, answer: dict[str, Any], words: Words, _around: Around) -> Lines:
    shown = own(money.written(amount_of(answer), words.locale))
    return (shown, *_source(answer, words)) if answer.get("given") else (shown,)


def _source(answer: dict[str, Any], words: Words) -> Lines:
    """Who gave the figure, of which day; and what it was, where it was corrected."""
    told = answer["given"]
    day = format_day(date.fromisoformat(told["on"]), words.locale)
    source: list[Line] = [_around_name(words.say(N_("From %(name)s, %(day)s"), name=_HOLE, day=day), told["by"])]
    if answer.get("changed"):
        was = money.written(Amount(int(told["amount"]), answer["currency"]), words.locale)
        source.append(_around_name(words.say(N_("Corrected. It said %(amount)s"), amount=_HOLE), was))
    return tuple(source)


_HOLE = "\ue000"


def _around_name(sentence: str, name: str) -> Line:
    before, _, after = sentence.partition(_HOLE)
    return tuple(span for span in (Span(before), Span(name, True), Span(after)) if span.text)


def draw(drawing: Drawing, field: Money, name: str) -> tuple[Control, ...]:
    return (
        drawing.box(
            "money", name, drawing.label, drawing.hint(), width="w10", direction="ltr",
            inputmode="decimal" if money.decimals(field.currency) and field.min >= 0 else "",
        ),
    )  # fmt: skip

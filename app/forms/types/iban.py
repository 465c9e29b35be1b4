"""iban: an account, checked by its own digits and its country's form. Nobody is asked whether it exists."""

import re

from stdnum import iban

from app.forms.controls import Control
from app.forms.drawing import Drawing
from app.forms.fields import Iban
from app.forms.folding import compact
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Lines, own
from app.forms.words import Words


def read(reading: Reading, field: Iban, name: str, _around: Around) -> str | None:
    text = reading.one(name, 60)
    if not text:
        if text == "" and field.required:
            reading.wrong(name, "required")
        return None
    number = re.sub(r"^IBAN:?", "", compact(text))
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}", number):
        reading.wrong(name, "format")
    elif not iban.is_valid(number):
        reading.wrong(name, "check")
    return number


def typed(_field: Iban, name: str, answer: str, _around: Around) -> Typed:
    return {name: (iban.format(answer),)}


def show(_field: Iban, answer: str, _words: Words, _around: Around) -> Lines:
    """In groups of four, as it is printed on a card: easier to compare, and to hear."""
    return (own(iban.format(answer)),)


def draw(drawing: Drawing, _field: Iban, name: str) -> tuple[Control, ...]:
    return (drawing.box("iban", name, drawing.label, drawing.hint(), direction="ltr"),)

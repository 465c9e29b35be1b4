"""text: one line, with a pattern where the service knows the form of the answer."""

import re

from app.forms.controls import Box, Control
from app.forms.drawing import Drawing
from app.forms.fields import Text
from app.forms.folding import for_pattern
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Lines, own
from app.forms.words import Words


def read(reading: Reading, field: Text, name: str, _around: Around) -> str | None:
    text = reading.one(name, field.max)
    if text is None:
        return None
    if not text:
        if field.required:
            reading.wrong(name, "required")
        return None
    if not field.pattern:
        return text
    folded = for_pattern(text, field.pattern)
    if not re.fullmatch(field.pattern, folded):
        reading.wrong(name, "pattern")
        return None
    return folded


def typed(_field: Text, name: str, answer: str, _around: Around) -> Typed:
    return {name: (answer,)}


def show(_field: Text, answer: str, _words: Words, _around: Around) -> Lines:
    return (own(answer),)


def draw(drawing: Drawing, field: Text, name: str) -> tuple[Control, ...]:
    numeric = bool(re.fullmatch(r"(\\d|\[0-9\])(\{\d+(,\d+)?\}|\+)", field.pattern))
    box: Box = drawing.box(
        "text", name, drawing.label, drawing.hint(), autocomplete=drawing.token("off"),
        inputmode="numeric" if numeric else "", width="w10" if field.pattern or field.max <= 20 else "",
        direction="ltr" if field.pattern else "auto",
    )  # fmt: skip
    return (box,)

"""long_text: several lines, with the room there is."""

from app.forms.controls import Control
from app.forms.drawing import Drawing
from app.forms.fields import LongText
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Lines, own
from app.forms.words import Words


def read(reading: Reading, field: LongText, name: str, _around: Around) -> str | None:
    text = reading.one(name, field.max, lines=True)
    if text == "" and field.required:
        reading.wrong(name, "required")
    return text or None


def typed(_field: LongText, name: str, answer: str, _around: Around) -> Typed:
    return {name: (answer,)}


def show(_field: LongText, answer: str, _words: Words, _around: Around) -> Lines:
    return tuple(own(line) for line in answer.split("\n"))


def draw(drawing: Drawing, field: LongText, name: str) -> tuple[Control, ...]:
    rows = 5 if field.max > 200 else 3
    return (drawing.box("long_text", name, drawing.label, drawing.hint(), rows=rows, most=field.max),)

"""yes_no: true or false."""

from app.forms.controls import Control, Picks, html_id
from app.forms.drawing import Drawing
from app.forms.fields import YesNo
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Lines, plain
from app.forms.types.choice import items_of, read_option
from app.forms.words import Words
from app.kit.i18n import N_

LABELS = {"yes": N_("Yes"), "no": N_("No")}


def read(reading: Reading, field: YesNo, name: str, _around: Around) -> bool | None:
    text = read_option(reading, name, LABELS, field.required)
    return None if text is None else text == "yes"


def typed(_field: YesNo, name: str, answer: bool, _around: Around) -> Typed:
    return {name: ("yes" if answer else "no",)}


def show(field: YesNo, answer: bool, words: Words, _around: Around) -> Lines:
    return (plain(_label(field.path, "yes" if answer else "no", words)),)


def draw(drawing: Drawing, field: YesNo, name: str) -> tuple[Control, ...]:
    hint, error = drawing.hint(), drawing.error("yes_no", name)
    items = items_of(drawing, name, [(value, _label(drawing.path, value, drawing.words)) for value in LABELS])
    described = drawing.described(name, hint, "")
    return (Picks(html_id(name), name, drawing.label, items, hint, error, described=described),)


def _label(path: str, value: str, words: Words) -> str:
    return words.own(path, f"option.{value}", words.say(LABELS[value]))

"""declaration: a sentence to stand behind; stored as true, never ticked beforehand."""

from typing import Literal

from app.forms.controls import Control, Item, Picks, html_id
from app.forms.drawing import Drawing
from app.forms.fields import Declaration
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Lines, plain
from app.forms.words import Words
from app.kit.i18n import N_


def read(reading: Reading, field: Declaration, name: str, _around: Around) -> Literal[True] | None:
    if reading.is_ticked(name):
        return True
    if field.required:
        reading.wrong(name, "required")
    return None


def typed(_field: Declaration, name: str, _answer: Literal[True], _around: Around) -> Typed:
    return {name: ("yes",)}


def show(field: Declaration, _answer: Literal[True], words: Words, _around: Around) -> Lines:
    return (plain(_statement(field.path, words)),)


def draw(drawing: Drawing, field: Declaration, name: str) -> tuple[Control, ...]:
    """It starts unticked even when it was given before: a declaration is made each time."""
    hint, error = drawing.hint(), drawing.error("declaration", name)
    items = (Item(html_id(name), "yes", _statement(field.path, drawing.words)),)
    described = drawing.described(name, hint, "")
    return (Picks(html_id(name), name, drawing.label, items, hint, error, many=True, described=described),)


def _statement(path: str, words: Words) -> str:
    """What one ticks: `field.X.statement`."""
    return words.own(path, "statement", words.say(N_("Yes, as far as I know")))

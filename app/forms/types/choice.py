"""choice: one of several options, stored by its id."""

from collections.abc import Iterable

from app.forms.controls import Control, Item, Picks, html_id
from app.forms.drawing import Drawing
from app.forms.fields import Choice
from app.forms.following import fits, offered
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Lines, plain
from app.forms.words import Words


def read(reading: Reading, field: Choice, name: str, around: Around) -> str | None:
    answer = read_option(reading, name, field.offered, field.required)
    if fits(field, answer, around.answers):
        return answer
    reading.wrong(name, "follows", question=field.by)
    return None


def read_option(reading: Reading, name: str, offered: Iterable[str], required: bool) -> str | None:
    """One option of those offered; nothing when it may be left out."""
    text = reading.one(name)
    if text == "" and required:
        reading.wrong(name, "required")
    elif text and text not in offered:
        reading.wrong(name, "option")
        return None
    return text or None


def typed(_field: Choice, name: str, answer: str, _around: Around) -> Typed:
    return {name: (answer,)}


def show(field: Choice, answer: str, words: Words, _around: Around) -> Lines:
    return (plain(words.option(field.path, answer)),)


def draw(drawing: Drawing, field: Choice, name: str) -> tuple[Control, ...]:
    hint, error = drawing.hint(), drawing.error("choice", name)
    items = items_of(
        drawing, name, [(id, drawing.words.option(drawing.path, id)) for id in offered(field, drawing.around.answers)]
    )
    described = drawing.described(name, hint, "")
    return (Picks(html_id(name), name, drawing.label, items, hint, error, described=described),)


def items_of(drawing: Drawing, name: str, options: Iterable[tuple[str, str]]) -> tuple[Item, ...]:
    """Radios or tick boxes for (value, label); the first carries the id that an error summary goes to."""
    chosen = drawing.typed.get(name, ())
    return tuple(
        Item(
            html_id(name) if place == 0 else f"{html_id(name)}-{place}", value, label, checked=value in chosen,
            hint=drawing.words.own(drawing.path, f"option.{value}.hint"),
        )
        for place, (value, label) in enumerate(options)
    )  # fmt: skip

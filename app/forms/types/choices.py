"""choices: as many options as one likes, stored as a list of ids in the order of the package."""

from app.forms.controls import Control, Picks, html_id
from app.forms.drawing import Drawing
from app.forms.fields import Choices
from app.forms.following import fits, offered
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Lines, plain
from app.forms.types.choice import items_of
from app.forms.words import Words
from app.kit.i18n import N_


def read(reading: Reading, field: Choices, name: str, around: Around) -> list[str] | None:
    values = reading.several(name)
    if values is None:
        return None
    if not set(values) <= set(field.offered):
        reading.wrong(name, "option")
    if not fits(field, values, around.answers):
        reading.wrong(name, "follows", question=field.by)
    if not values and field.required:
        reading.wrong(name, "required")
    return [option for option in field.offered if option in values] or None


def typed(_field: Choices, name: str, answer: list[str], _around: Around) -> Typed:
    return {name: tuple(answer)}


def show(field: Choices, answer: list[str], words: Words, _around: Around) -> Lines:
    return tuple(plain(words.option(field.path, option)) for option in answer)


def draw(drawing: Drawing, field: Choices, name: str) -> tuple[Control, ...]:
    otherwise = N_("Choose all that fit, or none.") if field.optional else N_("Choose all that fit.")
    hint, error = drawing.hint(drawing.words.say(otherwise)), drawing.error("choices", name)
    items = items_of(
        drawing, name, [(id, drawing.words.option(drawing.path, id)) for id in offered(field, drawing.around.answers)]
    )
    described = drawing.described(name, hint, "")
    return (Picks(html_id(name), name, drawing.label, items, hint, error, many=True, described=described),)

"""note: text between questions; nothing is asked."""

from app.forms.controls import Control, Prose, html_id
from app.forms.drawing import Drawing
from app.forms.fields import Note
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Lines
from app.forms.words import Words


def read(_reading: Reading, _field: Note, _name: str, _around: Around) -> None:
    return None


def typed(_field: Note, _name: str, _answer: None, _around: Around) -> Typed:
    return {}


def show(_field: Note, _answer: None, _words: Words, _around: Around) -> Lines:
    return ()


def draw(drawing: Drawing, field: Note, name: str) -> tuple[Control, ...]:
    """The paragraphs of `field.X.text`, parted by empty lines."""
    text = drawing.words.own(field.path, "text")
    return (Prose(html_id(name), drawing.words.label(field.path), tuple(p for p in text.split("\n\n") if p.strip())),)

"""email: an address as it is written to; nothing is looked up."""

from email_validator import EmailNotValidError, validate_email

from app.forms.controls import Control
from app.forms.drawing import Drawing
from app.forms.fields import Email
from app.forms.folding import code
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Lines, own
from app.forms.words import Words


def read(reading: Reading, field: Email, name: str, _around: Around) -> str | None:
    text = reading.one(name, 254)
    if not text:
        if text == "" and field.required:
            reading.wrong(name, "required")
        return None
    try:
        return validate_email(code(text), check_deliverability=False).normalized
    except EmailNotValidError:
        reading.wrong(name, "format")
        return None


def typed(_field: Email, name: str, answer: str, _around: Around) -> Typed:
    return {name: (answer,)}


def show(_field: Email, answer: str, _words: Words, _around: Around) -> Lines:
    return (own(answer),)


def draw(drawing: Drawing, _field: Email, name: str) -> tuple[Control, ...]:
    return (
        drawing.box(
            "email", name, drawing.label, drawing.hint(), type="email", inputmode="email",
            autocomplete=drawing.token("email"), direction="ltr",
        ),
    )  # fmt: skip

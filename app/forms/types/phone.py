"""phone: stored as E.164; without a country code it is one of the town's country."""

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

from app.forms.controls import Control
from app.forms.drawing import Drawing
from app.forms.fields import Phone
from app.forms.folding import code
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Lines, own
from app.forms.words import Words


def read(reading: Reading, field: Phone, name: str, around: Around) -> str | None:
    text = reading.one(name, 60)
    if not text:
        if text == "" and field.required:
            reading.wrong(name, "required")
        return None
    try:
        number = phonenumbers.parse(code(text), around.region)
    except NumberParseException:
        reading.wrong(name, "format")
        return None
    if number.extension:
        reading.wrong(name, "extension")
    elif not phonenumbers.is_valid_number(number):
        reading.wrong(name, "format")
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def typed(_field: Phone, name: str, answer: str, around: Around) -> Typed:
    return {name: (readable(answer, around.region),)}


def show(_field: Phone, answer: str, _words: Words, around: Around) -> Lines:
    return (own(readable(answer, around.region)),)


def readable(answer: str, region: str) -> str:
    """As it is written in the town's country, or with the country code."""
    number = phonenumbers.parse(answer, None)
    at_home = number.country_code == phonenumbers.country_code_for_region(region)
    return phonenumbers.format_number(
        number, PhoneNumberFormat.NATIONAL if at_home else PhoneNumberFormat.INTERNATIONAL
    )


def draw(drawing: Drawing, _field: Phone, name: str) -> tuple[Control, ...]:
    return (
        drawing.box(
            "phone", name, drawing.label, drawing.hint(), type="tel", inputmode="tel", width="w10",
            autocomplete=drawing.token("tel"), direction="ltr",
        ),
    )  # fmt: skip

"""month: a month of a year, in two fields in the order of the language. Stored as 2026-11."""

from datetime import date

from app.forms.asking import bound_day
from app.forms.controls import Control
from app.forms.drawing import Drawing
from app.forms.fields import Month
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Lines, plain
from app.forms.types import date_parts
from app.forms.words import Words
from app.kit.i18n import N_, format_month


def read(reading: Reading, field: Month, name: str, around: Around) -> str | None:
    first_day = date_parts.read_month(reading, name, around, field.required)
    if first_day is None:
        return None
    first, other = date_parts.names(name, around.locale, date_parts.MONTH_PARTS)
    low, high = (bound and bound_day(bound, around.today).replace(day=1) for bound in (field.min, field.max))
    if low and first_day < low:
        reading.wrong(first, "min", (other,), min=format_month(low, around.locale))
    if high and first_day > high:
        reading.wrong(first, "max", (other,), max=format_month(high, around.locale))
    return first_day.isoformat()[:7]


def typed(_field: Month, name: str, answer: str, _around: Around) -> Typed:
    parts = date_parts.typed(name, _first_day(answer))
    return {key: value for key, value in parts.items() if not key.endswith(".day")}


def show(_field: Month, answer: str, words: Words, _around: Around) -> Lines:
    return (plain(date_parts.echo_month(_first_day(answer), words.locale)),)


def draw(drawing: Drawing, _field: Month, name: str) -> tuple[Control, ...]:
    hint = drawing.hint(drawing.words.say(N_("For example, 3 1985")))
    return (date_parts.draw(drawing, name, drawing.label, hint, parts=date_parts.MONTH_PARTS, kind="month"),)


def _first_day(answer: str) -> date:
    return date.fromisoformat(f"{answer}-01")

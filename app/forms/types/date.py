"""date: three fields in the order of the language, or one of the days a table offers. Stored as 2026-11-24."""

from datetime import date

from app.forms.asking import bound_day
from app.forms.controls import Control, Item, Picks, Together, html_id
from app.forms.drawing import Drawing
from app.forms.fields import Date
from app.forms.offering import offered_days
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Lines, plain
from app.forms.types import date_parts
from app.forms.words import Words
from app.kit.i18n import format_day


def read(reading: Reading, field: Date, name: str, around: Around) -> str | None:
    if field.choose:
        return _chosen(reading, field, name, around)
    day = date_parts.read(reading, name, around, field.required)
    if day is None:
        return None
    low, high = field.min and bound_day(field.min, around.today), field.max and bound_day(field.max, around.today)
    first, *others = date_parts.names(name, around.locale)
    if low and day < low:
        reading.wrong(first, "min", tuple(others), min=low)
    if high and day > high:
        reading.wrong(first, "max", tuple(others), max=high)
    earliest = field.not_before and around.answers.get(field.not_before)
    if earliest and day < date.fromisoformat(earliest):
        words = {"day": date.fromisoformat(earliest), "question": field.not_before}
        reading.wrong(first, "not_before", tuple(others), **words)
    return day.isoformat()


def _chosen(reading: Reading, field: Date, name: str, around: Around) -> str | None:
    assert field.choose
    text = reading.one(name)
    days = [day.isoformat() for day in offered_days(field.choose, around)]
    if text == "" and field.required:
        reading.wrong(name, "required" if days else "no_days")
    elif text and text not in days:
        reading.wrong(name, ("gone" if days else "no_days") if date_parts.is_day(text) else "choose")
    return text or None


def typed(field: Date, name: str, answer: str, around: Around) -> Typed:
    return {name: (answer,)} if field.choose else date_parts.typed(name, date.fromisoformat(answer))


def show(field: Date, answer: str, words: Words, _around: Around) -> Lines:
    day = date.fromisoformat(answer)
    return (plain(format_day(day, words.locale, "full") if field.choose else date_parts.echo(day, words.locale)),)


def draw(drawing: Drawing, field: Date, name: str) -> tuple[Control, ...]:
    if field.choose:
        return (_days(drawing, field, name),)
    born = field.prefill == "person.born" or field.autocomplete == "bday"
    hint = drawing.hint(date_parts.example(drawing.words))
    return (date_parts.draw(drawing, name, drawing.label, hint, is_birthday=born),)


def _days(drawing: Drawing, field: Date, name: str) -> Control:
    assert field.choose
    hint, error = drawing.hint(), drawing.error("date", name)
    chosen = drawing.typed.get(name, ())
    items = tuple(
        Item(
            html_id(name) if place == 0 else f"{html_id(name)}-{place}", day.isoformat(),
            format_day(day, drawing.words.locale, "full"), checked=day.isoformat() in chosen,
        )
        for place, day in enumerate(offered_days(field.choose, drawing.around))
    )  # fmt: skip
    if not items:
        described = drawing.described(name, hint, error)
        return Together(html_id(name), drawing.label, (), hint, error, described=described)
    described = drawing.described(name, hint, "")
    return Picks(html_id(name), name, drawing.label, items, hint, error, described=described)

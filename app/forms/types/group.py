"""group: rows of the same few questions, each edited on a page of its own; every row keeps its `_id`."""

from typing import Any

from app.forms.controls import Control, RowLine, Rows, html_id
from app.forms.drawing import Drawing
from app.forms.fields import Group
from app.forms.following import followed, row_fits
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Lines, as_text, plain
from app.forms.words import Words
from app.kit.i18n import N_, listed

Row = dict[str, Any]
OVERTAKEN = N_("not offered with the answer to “%(question)s”")


def read(reading: Reading, field: Group, name: str, around: Around) -> list[Row] | None:
    """The rows there are, less those removed."""
    removed = reading.several(f"{name}.remove") or []
    rows = [row for row in around.answers.get(field.id) or [] if row.get("_id") not in removed]
    if len(rows) > field.max:
        reading.wrong(name, "too_many", count=len(rows), max=field.max)
    elif not rows and field.required and not removed:
        reading.wrong(name, "required")
    elif not removed:
        _follow(reading, field, name, rows, around)
    return rows or None


def _follow(reading: Reading, field: Group, name: str, rows: list[Row], around: Around) -> None:
    """Rows were written before the answer that they follow was changed."""
    for place, row in enumerate(rows, 1):
        if not row_fits(field, row, around.answers):
            reading.wrong(name, "follows", place=place, question=followed(field))


def typed(_field: Group, _name: str, _answer: list[Row], _around: Around) -> Typed:
    return {}


def show(field: Group, answer: list[Row], words: Words, around: Around) -> Lines:
    return tuple(plain(listed(brief(field, row, words, around), words.locale)) for row in answer)


def brief(field: Group, row: Row, words: Words, around: Around) -> tuple[str, ...]:
    """A row in few words: one text an answer."""
    from app.forms.types import KINDS  # a group is one of them and shows the others

    return tuple(
        as_text(KINDS[inner.type].show(inner, row[inner.id], words, around), words.locale)
        for inner in field.fields.values()
        if row.get(inner.id) is not None
    )


def draw(drawing: Drawing, field: Group, name: str) -> tuple[Control, ...]:
    hint, error = drawing.hint(), drawing.error("group", name)
    rows: list[Row] = drawing.around.answers.get(field.id) or []
    lines = []
    for place, row in enumerate(rows, 1):
        nameless = drawing.words.say(N_("Entry %(number)s"), number=place)
        first, *others = brief(field, row, drawing.words, drawing.around) or (nameless,)
        if not row_fits(field, row, drawing.around.answers):
            others.append(drawing.words.say(OVERTAKEN, question=drawing.words.label(followed(field))))
        lines.append(RowLine(str(row["_id"]), first, tuple(others)))
    return (
        Rows(
            html_id(name), name, drawing.label, f"{name}.remove", tuple(lines), len(rows) < field.max, hint, error,
            drawing.described(name, hint, error),
        ),
    )  # fmt: skip

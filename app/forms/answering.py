"""From what a browser sent to an answer, and back: the four things one does with a field."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from app.forms.controls import Control, Folded, Line, Whereabouts
from app.forms.definition import Form
from app.forms.drawing import Drawing
from app.forms.fields import Field, File, Group
from app.forms.flow import Rules, reachable
from app.forms.reading import LINE, Around, Outcome, Problem, Raw, Reading, Received, Typed, is_readable
from app.forms.repeating import repeats
from app.forms.showing import Lines
from app.forms.types import KINDS
from app.forms.types.file import read_files
from app.forms.words import Words


def parse(field: Field, raw: Raw, around: Around, files: Sequence[Received] = ()) -> Outcome:
    """The answer to one field, or what is wrong with it. Nothing a browser can send raises."""
    reading = Reading(raw)
    if isinstance(field, File):
        return read_files(reading, field, field.id, around, tuple(files))
    return reading.outcome(KINDS[field.type].read(reading, field, field.id, around))


def parse_row(group: Group, raw: Raw, around: Around, row_id: UUID | str) -> Outcome:
    """One row of a group, all its fields at once; the answer is the row with its `_id`."""
    row: dict[str, Any] = {"_id": str(row_id)}
    errors: dict[str, Problem] = {}
    typed: dict[str, tuple[str, ...]] = {}
    for inner in group.fields.values():
        outcome = parse(inner, raw, around)
        errors |= outcome.errors
        typed |= outcome.typed
        if outcome.answer is not None:
            row[inner.id] = outcome.answer
    if not errors:
        errors |= repeats(group, row, around)
    return Outcome(None if errors else row, errors, typed)


def put_row(group: Group, raw: Raw, around: Around, row_id: UUID | str) -> Outcome:
    """A row read into its place among those of its group, or at the end when it is new; the answer is all rows. One
    that is more than the group takes is refused, not dropped."""
    outcome = parse_row(group, raw, around, row_id)
    if outcome.errors:
        return outcome
    before = around.answers.get(group.id) or []
    rows = [outcome.answer if old["_id"] == str(row_id) else old for old in before]
    if outcome.answer not in rows:
        rows.append(outcome.answer)
    if len(rows) > group.max:
        problem = Problem("too_many", {"count": len(rows), "max": group.max})
        return Outcome(None, {group.id: problem}, outcome.typed)
    return Outcome(rows, {}, outcome.typed)


def typed(field: Field, answer: Any, around: Around) -> Typed:
    """A stored answer as its inputs would show it; empty when there is none."""
    return {} if answer is None else KINDS[field.type].typed(field, field.id, answer, around)


def typed_row(group: Group, row: Mapping[str, Any], around: Around) -> Typed:
    return {
        name: values
        for inner in group.fields.values()
        for name, values in typed(inner, row.get(inner.id), around).items()
    }


def controls(
    field: Field, typed: Typed, errors: Mapping[str, Problem], words: Words, around: Around
) -> tuple[Control, ...]:
    """What a page draws for a field. Show a stored answer by `typed(field, answer, around)`."""
    return KINDS[field.type].draw(Drawing(field, typed, errors, words, around), field, field.id)


def question(
    field: Field, typed: Typed, errors: Mapping[str, Problem], words: Words, around: Around
) -> tuple[Control, ...]:
    """The same where the page asks nothing else: the question is its heading."""
    first, *others = controls(field, typed, errors, words, around)
    return (first if isinstance(first, (Line, Folded, Whereabouts)) else replace(first, is_heading=True), *others)


def pressed(field: Field, raw: Raw) -> tuple[str, str] | None:
    """The button of a group or of files that was pressed instead of Continue: add, change or remove, and its row."""
    for what in ("add", "change", "remove"):
        values = raw.get(f"{field.id}.{what}", ())
        if values and 0 < len(values[0]) <= LINE and is_readable(values[0]):
            return what, values[0]
    return None


def row_controls(
    group: Group, typed: Typed, errors: Mapping[str, Problem], words: Words, around: Around
) -> tuple[Control, ...]:
    """The page of one row: the controls of all its fields."""
    return tuple(
        control for inner in group.fields.values() for control in controls(inner, typed, errors, words, around)
    )


def sentences(field: Field, errors: Mapping[str, Problem], words: Words) -> dict[str, str]:
    """Each error as a sentence, by HTML name: for the summary, whose links go to `html_id(name)`."""
    said = {}
    for name, problem in errors.items():
        asked = _inner(field, name)
        part, kind = _part_of(asked, name)
        said[name] = words.error(f"{asked.path}.{part}" if part else asked.path, kind, problem)
    return said


def _inner(field: Field, name: str) -> Field:
    """The field that an input belongs to: on the page of a row, one of the group's."""
    own = name.partition(".")[0]
    return field.fields[own] if isinstance(field, Group) and own in field.fields else field


def _part_of(field: Field, name: str) -> tuple[str, str]:
    """The part of a field that is a question of its own, and whose sentences it speaks."""
    part = name.removeprefix(f"{field.id}.").partition(".")[0]
    kinds = {"born": "date", "identifier": "identifier"} if field.type == "person" else {}
    return (part, kinds[part]) if part in kinds else ("", field.type)


def show(field: Field, answer: Any, words: Words, around: Around) -> Lines:
    """An answer as lines to read, in the language of `words`; none when nothing was answered."""
    return () if answer is None else KINDS[field.type].show(field, answer, words, around)


def recheck(form: Form, rules: Rules, answers: Mapping[str, Any], around: Around) -> dict[str, dict[str, Problem]]:
    """What no longer holds among stored answers on the way (a day that has gone, a bound that has passed), by step."""
    around = replace(around, answers=answers)
    wrong = {}
    for step in reachable(form, rules, answers, around.today):
        field, answer = form.asked(step), answers.get(step.ask)
        if field.type in ("note", "declaration") and answer is not None:
            continue
        errors = parse(field, typed(field, answer, around), around).errors
        if isinstance(field, Group):
            for row in answer or ():
                errors = {**errors, **parse_row(field, typed_row(field, row, around), around, row["_id"]).errors}
        if errors:
            wrong[step.id] = dict(errors)
    return wrong

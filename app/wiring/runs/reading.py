"""Answers of a run, given one question after the other as a browser gives them: typed, read, kept."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

from app import catalogue, forms
from app.catalogue import Run, Service
from app.catalogue.marked import Path
from app.kit import blobs
from app.kit.blobs import Received
from app.kit.db import Unit
from app.kit.durations import check_duration, shift_day
from app.kit.ids import new_id
from app.kit.towns import Town
from app.wiring.runs.amiss import Amiss

Files = Mapping[str, tuple[Received, ...]]
"""Files that have arrived, by field."""

READ_AS = (ValueError, TypeError, AttributeError, KeyError, IndexError)
"""What the types raise for an answer that has not their shape."""


def receive(town: Town, run: Run, form: forms.Form, given: Mapping[str, Any], at: Path, kept: frozenset[str]) -> Files:
    """The sample files that these answers name, without those that are there already. No unit is open."""
    found = {}
    for name, value in given.items():
        field = form.fields.get(name)
        if field is not None and field.type == "file":
            files = [each for each in forms.from_yaml(field, value) if each not in kept]
            found[name] = tuple(_sample(town, run, each, (*at, name)) for each in files)
    return found


def _sample(town: Town, run: Run, file: str, path: Path) -> Received:
    if file not in run.samples:
        raise Amiss(path, f"There is no file samples/{file}. Add it, or mend the name.")
    return blobs.receive(town, BytesIO(run.samples[file]), file)


def read(
    unit: Unit, service: Service, field: forms.Field, value: Any, around: forms.Around, files: Files, at: Path
) -> Any:
    """The answer that the form keeps for what a run says; Amiss with the form's own sentence when it is refused."""
    try:
        outcome = _outcome(field, _meant(field, value, around), around, files.get(field.id, ()))
    except READ_AS:
        raise Amiss(at, f"“{field.id}” cannot be read as an answer of type {field.type}. Mend it.") from None
    if outcome.errors:
        words = forms.Words(catalogue.texts(unit, service, "en").get, "en")
        said = " ".join(dict.fromkeys(forms.sentences(field, outcome.errors, words).values()))
        raise Amiss(at, f"“{field.id}” is refused: {said}")
    return outcome.answer


def _meant(field: forms.Field, value: Any, around: forms.Around) -> Any:
    """The answer as it is stored, with days that depend on the day of sending."""
    value = _counted(value, around.today)
    if field.type == "date" and isinstance(value, Mapping):
        if field.choose is None:
            raise ValueError
        return forms.offered_days(field.choose, around)[int(value["offered"]) - 1].isoformat()
    return forms.from_yaml(field, value[:7] if field.type == "month" else value)


def _counted(value: Any, today: date) -> Any:
    """Each `{today: -P30D}` as its day, in the parts of an answer too: when a child was born, say."""
    if isinstance(value, Mapping):
        if set(value) == {"today"}:
            return shift_day(today, check_duration(value["today"])).isoformat()
        return {name: _counted(part, today) for name, part in value.items()}
    return [_counted(part, today) for part in value] if isinstance(value, list) else value


def _outcome(field: forms.Field, value: Any, around: forms.Around, files: tuple[Received, ...]) -> forms.Outcome:
    if isinstance(field, forms.Group):
        return _rows(field, value, around)
    if field.type == "file":
        before = around.answers.get(field.id) or ()
        gone = [file["blob"] for file in before if file["name"] not in value]
        return forms.parse(field, {f"{field.id}.remove": gone} if gone else {}, around, files)
    known = replace(around, answers={**around.answers, field.id: value})
    return forms.parse(field, forms.typed(field, value, known), known)


def _rows(group: forms.Group, rows: Any, around: forms.Around) -> forms.Outcome:
    """Each row on its page, then the list of them."""
    answers = []
    for row in rows:
        one = forms.parse_row(group, forms.typed_row(group, row, around), around, new_id())
        if one.errors:
            return one
        answers.append(one.answer)
    return forms.parse(group, {}, replace(around, answers={**around.answers, group.id: answers}))


def attach(unit: Unit, owner: Any, answer: Any, files: tuple[Received, ...]) -> None:
    """Keep the files that the answer took."""
    wanted = {file["blob"] for file in answer or ()}
    for received in files:
        if str(received.id) in wanted:
            blobs.attach(unit, owner, received)

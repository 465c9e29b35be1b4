"""file: one or several files, told by their content. The answer is a list; its blobs belong to the draft."""

from decimal import Decimal
from typing import Any

from app.forms.controls import Control, Kept, Upload, html_id
from app.forms.drawing import Drawing
from app.forms.fields import File
from app.forms.reading import EACH, Around, Outcome, Problem, Reading, Received, Typed
from app.forms.showing import Line, Lines, Span
from app.forms.words import Words
from app.kit.i18n import N_, either, listed, sentences

MB = 1024 * 1024
NAMES = {"pdf": "PDF", "jpeg": "JPEG", "png": "PNG", "heic": "HEIC"}
ENDINGS = {"pdf": (".pdf",), "jpeg": (".jpg", ".jpeg"), "png": (".png",), "heic": (".heic", ".heif")}
SHOWN = 80
"""Characters of a file's name that an error shows."""


def read_files(reading: Reading, field: File, name: str, around: Around, received: tuple[Received, ...]) -> Outcome:
    """What stays of the files there were, and the good ones of those that came. Unlike others this outcome has an
    answer even with errors: what arrived well is not sent twice."""
    removed = reading.several(f"{name}.remove") or []
    before: list[dict[str, Any]] = around.answers.get(field.id) or []
    files = [file for file in before if file["blob"] not in removed]
    wrong = []
    for one in received:
        problem = _problem(field, one, around)
        if problem is not None:
            wrong.append(problem)
        elif all(file["sha256"] != one.sha256 for file in files):  # chosen twice in a hurry, it is there once
            files.append(
                {"blob": str(one.id), "name": one.name, "type": one.type, "size": one.size, "sha256": one.sha256}
            )
    if len(files) > field.max_files:
        over = [file["name"][:SHOWN] for file in files[field.max_files :]]
        values = {"count": len(files), "max": field.max_files, "files": listed(over, around.locale)}
        wrong.append(Problem("too_many", values))
    elif not files and not wrong and field.required and not removed:
        wrong.append(Problem("required"))
    if wrong:
        reading.errors[name] = wrong[0] if len(wrong) == 1 else Problem(EACH, {EACH: tuple(wrong)})
    return Outcome(files[: field.max_files] or None, reading.errors, reading.typed)


def _problem(field: File, one: Received, around: Around) -> Problem | None:
    """What is wrong with a file that came. First what has nothing in it: nothing tells its type."""
    shown = {"file": one.name[:SHOWN]}
    if one.size == 0:
        return Problem("empty", shown)
    if one.type == "" and one.name.lower().endswith(tuple(end for kind in field.accept for end in ENDINGS[kind])):
        return Problem("damaged", shown)
    if one.type not in field.media_types:
        types = either((NAMES[kind] for kind in field.accept), around.locale)
        return Problem("type", {**shown, "types": types})
    if one.size > field.max_mb * MB:
        return Problem("too_big", {**shown, "size": -(-one.size // MB), "max": field.max_mb})
    return None


def read(reading: Reading, field: File, name: str, around: Around) -> Any:
    """Without new files: what there was, less what is removed."""
    return read_files(reading, field, name, around, ()).answer


def typed(_field: File, _name: str, _answer: list[dict[str, Any]], _around: Around) -> Typed:
    return {}


def show(_field: File, answer: list[dict[str, Any]], words: Words, _around: Around) -> Lines:
    return tuple(_line(file, words) for file in answer)


def _line(file: dict[str, Any], words: Words) -> Line:
    return (Span(file["name"], True), Span(f" ({size(file['size'], words)})"))


def size(count: int, words: Words) -> str:
    if count < MB:
        return words.say(N_("%(size)s KB"), size=words.number(max(1, round(count / 1024))))
    return words.say(N_("%(size)s MB"), size=words.number(Decimal(round(count * 10 / MB)) / 10))


def draw(drawing: Drawing, field: File, name: str) -> tuple[Control, ...]:
    words = drawing.words
    several = field.max_files > 1
    limits = words.say(
        N_("%(types)s, up to %(max)s MB each.") if several else N_("%(types)s, up to %(max)s MB."),
        types=either((NAMES[kind] for kind in field.accept), words.locale), max=words.number(field.max_mb),
    )  # fmt: skip
    if several:
        most = words.say(N_("At most %(count)s files."), count=words.number(field.max_files))
        limits = sentences((limits, most), words.locale)
    bare = words.say(N_("Where and when a photo was taken is removed.")) if "pdf" not in field.accept else ""
    hint = sentences((drawing.hint(), limits, bare), words.locale)
    error = drawing.error("file", name)
    kept = tuple(
        Kept(file["blob"], file["name"], size(file["size"], words))
        for file in drawing.around.answers.get(field.id) or []
    )
    return (
        Upload(
            html_id(name), name, drawing.label, f"{name}.remove", hint, error, ",".join(field.media_types),
            several, kept, len(kept) >= field.max_files, drawing.described(name, hint, error), field.max_mb * MB,
        ),
    )  # fmt: skip

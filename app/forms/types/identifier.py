"""identifier: a document and its number, checked by its own digit or letter. Passport and "no document" always fit."""

import re
from datetime import date

from stdnum.es import dni, nie

from app.forms.controls import Control, Item, Picks, Together, html_id
from app.forms.drawing import Drawing
from app.forms.fields import IDENTIFIERS, Identifier
from app.forms.folding import compact
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Line, Lines, Span, plain
from app.forms.words import Words
from app.kit.i18n import N_

LABELS = {
    "es.dni": N_("DNI (Spanish identity card)"),
    "es.nie": N_("NIE (foreigner's number in Spain)"),
    "tw.id": N_("Taiwan identity card"),
    "tw.arc": N_("Taiwan resident certificate (ARC)"),
    "passport": N_("Passport"),
    "none": N_("No document"),
}
OLD_ARC_UNTIL = date(2030, 12, 31)
_SHAPES = {
    "es.dni": r"[0-9]{8}[A-Z]", "es.nie": r"[XYZ][0-9]{7}[A-Z]", "tw.id": r"[A-Z][12][0-9]{8}",
    "tw.arc": r"[A-Z][89A-D][0-9]{8}", "passport": r"[A-Z0-9]{4,20}",
}  # fmt: skip
_LETTERS = dict(zip("ABCDEFGHJKLMNPQRSTUVXYWZIO", range(10, 36), strict=True))
_WEIGHTS = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)


def read(reading: Reading, field: Identifier, name: str, around: Around) -> dict[str, str] | None:
    return read_parts(reading, name, offered(field.kinds, around), around, field.required)


def offered(kinds: tuple[str, ...], around: Around) -> tuple[str, ...]:
    """The documents to choose from; passport and none are never missing."""
    named = kinds or around.identifiers or IDENTIFIERS
    return (*(kind for kind in named if kind not in ("passport", "none")), "passport", "none")


def read_parts(
    reading: Reading, name: str, kinds: tuple[str, ...], around: Around, required: bool
) -> dict[str, str] | None:
    kind, number = reading.one(f"{name}.kind"), reading.one(f"{name}.value", 40)
    if kind is None or number is None:
        return None
    if kind not in kinds:
        if kind or number or required:
            reading.wrong(f"{name}.kind", "kind")
        return None
    if kind == "none":
        return {"kind": "none", "value": ""}
    if not number:
        reading.wrong(f"{name}.value", "required")
        return None
    value = compact(number)
    if not re.fullmatch(_SHAPES[kind], value) or not _is_current(kind, value, around.today):
        reading.wrong(f"{name}.value", kind)
    elif not fits(kind, value):
        reading.wrong(f"{name}.value", "check")
    return {"kind": kind, "value": value}


def fits(kind: str, value: str) -> bool:
    """Whether the check letter or digit of a well-formed number is right."""
    match kind:
        case "es.dni":
            return bool(dni.is_valid(value))
        case "es.nie":
            return bool(nie.is_valid(value))
        case "tw.id" | "tw.arc":
            return _fits_taiwan(value)
    return True


def _fits_taiwan(value: str) -> bool:
    """A letter counts as two digits; the second letter of an old ARC as its last one."""
    second = value[1] if value[1].isdigit() else str(_LETTERS[value[1]] % 10)
    numbers = [int(digit) for digit in f"{_LETTERS[value[0]]}{second}{value[2:]}"]
    return sum(number * weight for number, weight in zip(numbers, _WEIGHTS, strict=True)) % 10 == 0


def _is_current(kind: str, value: str, today: date) -> bool:
    return kind != "tw.arc" or value[1].isdigit() or today <= OLD_ARC_UNTIL


def typed(_field: Identifier, name: str, answer: dict[str, str], _around: Around) -> Typed:
    return typed_parts(name, answer)


def typed_parts(name: str, answer: dict[str, str]) -> Typed:
    return {f"{name}.kind": (answer.get("kind", ""),), f"{name}.value": (answer.get("value", ""),)}


def show(_field: Identifier, answer: dict[str, str], words: Words, _around: Around) -> Lines:
    return (line(answer, words),)


def line(answer: dict[str, str], words: Words) -> Line:
    label = words.say(LABELS[answer["kind"]])
    colon = "：" if words.locale.startswith("zh") else ": "
    return plain(label) if answer["kind"] == "none" else (Span(label + colon), Span(answer["value"], True))


def draw(drawing: Drawing, field: Identifier, name: str) -> tuple[Control, ...]:
    controls = draw_parts(drawing, name, offered(field.kinds, drawing.around))
    hint = drawing.hint()
    described = (f"{html_id(name)}-hint",) if hint else ()
    return (Together(html_id(name), drawing.label, controls, hint, described=described),)


def draw_parts(drawing: Drawing, name: str, kinds: tuple[str, ...], part: str = "") -> tuple[Control, ...]:
    words, choose = drawing.words, f"{name}.kind"
    error = drawing.error("identifier", choose, part)
    chosen = drawing.value(choose)
    items = tuple(
        Item(
            html_id(choose) if place == 0 else f"{html_id(choose)}-{place}", kind, words.say(LABELS[kind]),
            checked=kind == chosen,
        )
        for place, kind in enumerate(kinds)
    )  # fmt: skip
    number = drawing.box(
        "identifier", f"{name}.value", words.say(N_("Number of the document")),
        words.say(N_("Leave this empty if you have no document.")), width="w10", direction="ltr", part=part,
    )  # fmt: skip
    which = words.say(N_("Which document?"))
    return (Picks(html_id(choose), choose, which, items, error=error), number)

"""organisation: its name, and the number that it pays taxes under. One that is being founded has none yet."""

import re
from typing import Any

from stdnum.es import nif
from stdnum.tw import ubn

from app.forms.controls import Control, Item, Picks, Together, html_id
from app.forms.drawing import Drawing
from app.forms.fields import COMPANY_NUMBERS, Organisation
from app.forms.folding import compact
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Line, Lines, Span, own, plain
from app.forms.words import Words
from app.kit.i18n import N_

LABELS = {
    "es.nif": N_("NIF (Spanish tax number)"),
    "tw.ubn": N_("Unified business number (Taiwan)"),
    "none": N_("No number yet"),
}
_COUNTRIES: dict[str, tuple[str, ...]] = {"ES": ("es.nif",), "TW": ("tw.ubn",)}
_SHAPES = {"es.nif": r"[A-Z0-9][0-9]{7}[A-Z0-9]", "tw.ubn": r"[0-9]{8}"}


def read(reading: Reading, field: Organisation, name: str, around: Around) -> dict[str, Any] | None:
    title, kind, number = (reading.one(f"{name}.{part}") for part in ("name", "kind", "value"))
    if title is None or kind is None or number is None:
        return None
    if not (title or kind or number) and not field.required:
        return None
    if not title:
        reading.wrong(f"{name}.name", "required")
    if kind not in offered(field, around):
        reading.wrong(f"{name}.kind", "kind")
        return None
    return {"name": title, "identifier": _number(reading, f"{name}.value", kind, number)}


def _number(reading: Reading, name: str, kind: str, text: str) -> dict[str, str]:
    if kind == "none":
        return {"kind": kind, "value": ""}
    value = compact(text)
    if not value:
        reading.wrong(name, "number")
    elif not re.fullmatch(_SHAPES[kind], value):
        reading.wrong(name, kind)
    elif not (nif.is_valid(value) if kind == "es.nif" else ubn.is_valid(value)):
        reading.wrong(name, "check")
    return {"kind": kind, "value": value}


def offered(field: Organisation, around: Around) -> tuple[str, ...]:
    named = field.kinds or _COUNTRIES.get(around.region, COMPANY_NUMBERS)
    return (*(kind for kind in named if kind != "none"), "none")


def typed(_field: Organisation, name: str, answer: dict[str, Any], _around: Around) -> Typed:
    number = answer.get("identifier") or {}
    return {
        f"{name}.name": (answer.get("name", ""),),
        f"{name}.kind": (number.get("kind", ""),),
        f"{name}.value": (number.get("value", ""),),
    }


def show(_field: Organisation, answer: dict[str, Any], words: Words, _around: Around) -> Lines:
    number = answer["identifier"]
    label = words.say(LABELS[number["kind"]])
    colon = "：" if words.locale.startswith("zh") else ": "
    line: Line = plain(label) if number["kind"] == "none" else (Span(label + colon), Span(number["value"], True))
    return (own(answer["name"]), line)


def draw(drawing: Drawing, field: Organisation, name: str) -> tuple[Control, ...]:
    words, path, choose = drawing.words, drawing.path, f"{name}.kind"
    title = drawing.box(
        "organisation", f"{name}.name", words.own(f"{path}.name", "label", words.say(N_("Name of the organisation"))),
        words.own(f"{path}.name", "hint"), autocomplete=drawing.token("organization"),
    )  # fmt: skip
    items = tuple(
        Item(
            html_id(choose) if place == 0 else f"{html_id(choose)}-{place}", kind, words.say(LABELS[kind]),
            checked=kind == drawing.value(choose),
        )
        for place, kind in enumerate(offered(field, drawing.around))
    )  # fmt: skip
    error = drawing.error("organisation", choose)
    which = Picks(html_id(choose), choose, words.say(N_("Which number does it have?")), items, error=error)
    number = drawing.box(
        "organisation", f"{name}.value", words.say(N_("Number of the organisation")),
        words.say(N_("Leave this empty if it has none yet.")), width="w10", direction="ltr",
    )  # fmt: skip
    hint = drawing.hint()
    described = (f"{html_id(name)}-hint",) if hint else ()
    return (Together(html_id(name), drawing.label, (title, which, number), hint, described=described),)

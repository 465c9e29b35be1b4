"""person: the name as on the document, the birth date, the document. Names are kept exactly as they are typed."""

from datetime import date
from typing import Any
from unicodedata import category

from app.forms.controls import Control, Together, html_id
from app.forms.drawing import Drawing
from app.forms.fields import Person
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Line, Lines, Span, own
from app.forms.types import date_parts, identifier
from app.forms.words import Words
from app.kit.i18n import N_


def read(reading: Reading, field: Person, name: str, around: Around) -> dict[str, Any] | None:
    answer: dict[str, Any] = {}
    required = field.required or _is_begun(reading, name)
    if "name" in field.asks:
        answer |= _name(reading, f"{name}.name", required, around.answers.get(field.id))
    if "born" in field.asks:
        born = date_parts.read(reading, f"{name}.born", around, required)
        if born and born > around.today:
            first, *others = date_parts.names(f"{name}.born", around.locale)
            reading.wrong(first, "max", tuple(others), max=around.today)
        answer["born"] = born.isoformat() if born else ""
    if "identifier" in field.asks:
        kinds = identifier.offered(field.kinds, around)
        answer["identifier"] = identifier.read_parts(reading, f"{name}.identifier", kinds, around, required)
    return answer if required else None


def _is_begun(reading: Reading, name: str) -> bool:
    return any(any(v.strip() for v in values) for key, values in reading.raw.items() if key.startswith(f"{name}."))


def _name(reading: Reading, name: str, required: bool, before: Any) -> dict[str, Any]:
    text = reading.one(name)
    if text == "" and required:
        reading.wrong(name, "required")
    if text and not any(category(c)[0] == "L" or category(c) == "Co" for c in text):
        reading.wrong(name, "name")
    parts = before.get("parts") if isinstance(before, dict) and before.get("name") == text else None
    return {"name": text or ""} | ({"parts": parts} if parts else {})


def typed(_field: Person, name: str, answer: dict[str, Any], _around: Around) -> Typed:
    found: dict[str, tuple[str, ...]] = {f"{name}.name": (answer.get("name", ""),)}
    if answer.get("born"):
        found |= date_parts.typed(f"{name}.born", date.fromisoformat(answer["born"]))
    return found | dict(identifier.typed_parts(f"{name}.identifier", answer.get("identifier") or {}))


def show(_field: Person, answer: dict[str, Any], words: Words, _around: Around) -> Lines:
    lines: list[Line] = [own(answer["name"])] if answer.get("name") else []
    if answer.get("born"):
        day = date_parts.echo(date.fromisoformat(answer["born"]), words.locale)
        lines.append((Span(words.say(N_("Born: %(date)s"), date=day)),))
    if answer.get("identifier"):
        lines.append(identifier.line(answer["identifier"], words))
    return tuple(lines)


def draw(drawing: Drawing, field: Person, name: str) -> tuple[Control, ...]:
    words, own_data = drawing.words, field.prefill == "person.self"
    controls: list[Control] = []
    path = drawing.path
    if "name" in field.asks:
        label = words.own(f"{path}.name", "label", words.say(N_("Full name")))
        hint = words.own(f"{path}.name", "hint", words.say(N_("As it is on the document")))
        token = drawing.token("name" if own_data else "off")
        controls.append(drawing.box("person", f"{name}.name", label, hint, autocomplete=token))
    if "born" in field.asks:
        label = words.own(f"{path}.born", "label", words.say(N_("Date of birth")))
        hint = words.own(f"{path}.born", "hint", date_parts.example(words))
        controls.append(date_parts.draw(drawing, f"{name}.born", label, hint, part="born", is_birthday=own_data))
    if "identifier" in field.asks:
        kinds = identifier.offered(field.kinds, drawing.around)
        controls += identifier.draw_parts(drawing, f"{name}.identifier", kinds, part="identifier")
    hint = drawing.hint()
    return (
        Together(
            html_id(name), drawing.label, tuple(controls), hint,
            described=(f"{html_id(name)}-hint",) if hint else (),
        ),
    )  # fmt: skip

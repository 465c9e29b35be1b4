"""time: a time of day to the minute, stored as 14:30. Half of the day may be named in each language we speak."""

import re
from datetime import time

from app.forms.controls import Control
from app.forms.drawing import Drawing
from app.forms.fields import Time
from app.forms.folding import code
from app.forms.reading import Around, Reading, Typed
from app.forms.showing import Lines, own
from app.forms.words import Words
from app.kit.i18n import N_

_BEFORE_NOON = r"a\.?\s?m\.?|上午|早上|凌晨|صباحاً|صباحًا|صباحا|ص"
_AFTER_NOON = r"p\.?\s?m\.?|下午|晚上|中午|مساءً|مساء|م"
_HALF = re.compile(rf"(?P<before>{_BEFORE_NOON})|(?P<after>{_AFTER_NOON})", re.IGNORECASE)
_SHAPE = re.compile(r"([0-9]{1,2})(?:\s*[:.h點时時]\s*([0-9]{2})?\s*(?:分|h|min)?|([0-9]{2}))?\s*h?", re.IGNORECASE)


def read(reading: Reading, field: Time, name: str, _around: Around) -> str | None:
    text = reading.one(name, 30)
    if not text:
        if text == "" and field.required:
            reading.wrong(name, "required")
        return None
    found = time_of(code(text))
    if found is None:
        reading.wrong(name, "format")
        return None
    answer = found.isoformat("minutes")
    if field.min and answer < field.min:
        reading.wrong(name, "min", min=field.min)
    elif field.max and answer > field.max:
        reading.wrong(name, "max", max=field.max)
    return answer


def time_of(text: str) -> time | None:
    """The time that somebody wrote: 14:30, 14.30, 1430, 14h30, 2:30 pm, 下午2時30分."""
    half = _HALF.search(text)
    found = _SHAPE.fullmatch(_HALF.sub("", text).replace("：", ":").strip())
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half["after"] else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def typed(_field: Time, name: str, answer: str, _around: Around) -> Typed:
    return {name: (answer,)}


def show(_field: Time, answer: str, _words: Words, _around: Around) -> Lines:
    return (own(answer),)


def draw(drawing: Drawing, _field: Time, name: str) -> tuple[Control, ...]:
    hint = drawing.hint(drawing.words.say(N_("For example, 14:30")))
    return (drawing.box("time", name, drawing.label, hint, width="w10", direction="ltr"),)

"""What makes two reports alike: the same answers, and places that share a street or lie a few steps apart. Pure."""

import math
from collections.abc import Iterator, Mapping
from typing import Any

from app import catalogue, forms
from app.kit.rules import look_up

METRES_A_DEGREE = 111_320
Answers = Mapping[str, Any]


def marks(service: catalogue.Service, answers: Answers, streets: forms.Lookup, reach: int = 0) -> frozenset[str]:
    """Words of which two alike reports share one; none where an answer is missing. `reach`: also the squares so many
    metres around, for whoever looks for others."""
    settings, rest = service.duplicates, _rest(service, answers)
    if settings is None or any(value is None for value in rest):
        return frozenset()
    found = [forms.canonical({"is": rest}).decode()]
    for name in settings.by:
        if _is_place(service, name):
            places = list(_places(answers.get(name) or {}, streets, settings.metres, reach))
            found = [f"{before}|{place}" for before in found for place in places]
    return frozenset(found)


def apart(service: catalogue.Service, one: Answers, other: Answers) -> float | None:
    """Metres between two positions; None where one is not told."""
    for name in service.duplicates.by if service.duplicates else ():
        if _is_place(service, name):
            here, there = ((answers.get(name) or {}).get("position") for answers in (one, other))
            if here and there:
                return _distance(_degrees(here), _degrees(there))
    return None


def are_alike(service: catalogue.Service, one: Answers, other: Answers, streets: forms.Lookup) -> bool:
    """Squares are wider than the distance that counts: what both say in words decides, else the metres between."""
    if marks(service, _in_words(service, one), streets) & marks(service, _in_words(service, other), streets):
        return True
    return _rest(service, one) == _rest(service, other) and is_near(service, one, other)


def is_near(service: catalogue.Service, one: Answers, other: Answers) -> bool:
    metres = apart(service, one, other)
    return metres is not None and service.duplicates is not None and metres <= service.duplicates.metres


def _rest(service: catalogue.Service, answers: Answers) -> list[Any]:
    """What has to be the same, beside places."""
    asked = service.duplicates.by if service.duplicates else ()
    return [look_up(answers, name) for name in asked if not _is_place(service, name)]


def _in_words(service: catalogue.Service, answers: Answers) -> Answers:
    return {
        name: {"words": answer.get("words", "")} if _is_place(service, name) and answer else answer
        for name, answer in answers.items()
    }


def _is_place(service: catalogue.Service, name: str) -> bool:
    return name in service.form.fields and service.form.fields[name].type == "position"


def _places(answer: Answers, streets: forms.Lookup, metres: int, reach: int) -> Iterator[str]:
    words = str(answer.get("words", ""))
    named = forms.streets_in(streets, words)
    yield from (f"street|{street}" for street in named)
    if words and not named:
        yield f"words|{forms.folded(words)}"
    if answer.get("position"):
        yield from (f"square|{square}" for square in _squares(*_degrees(answer["position"]), metres, reach))


def _squares(latitude: float, longitude: float, metres: int, reach: int) -> set[str]:
    """The square of a point, and those of the points around it. Rows of squares are as wide as high, wherever."""
    step = metres / METRES_A_DEGREE
    found = set()
    for up in (-reach, 0, reach):
        row = math.floor((latitude + up / METRES_A_DEGREE) / step)
        wide = step / max(0.01, math.cos(math.radians(row * step)))
        for across in (-1, 0, 1) if reach else (0,):
            found.add(f"{row},{math.floor(longitude / wide + across)}")
    return found


def _degrees(position: Mapping[str, Any]) -> tuple[float, float]:
    return float(position["latitude"]), float(position["longitude"])


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    up = (one[0] - other[0]) * METRES_A_DEGREE
    across = (one[1] - other[1]) * METRES_A_DEGREE * math.cos(math.radians((one[0] + other[0]) / 2))
    return math.hypot(up, across)

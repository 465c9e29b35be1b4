"""What people answer in the forms that are looked at, question by question, and the way through them by HTTP."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tests import applying
from tests.accessibility.visitor import Visitor

SAMPLES = Path(__file__).parents[2] / "towns/puerto-claro/services/building-permit/samples"
Answers = Mapping[str, Mapping[str, Any]]


def file(name: str, kind: str) -> tuple[str, bytes, str]:
    return name, (SAMPLES / name).read_bytes(), kind


BIRTH_CERTIFICATE: Answers = {
    "for_whom": {"for_whom": "me"},
    "born_here": {"born_here": "yes"},
    "purpose": {"purpose": "identity"},
    "languages": {"languages": ["spanish"]},
    "delivery": {"delivery": "portal"},
    "truth": {"truth": "yes"},
}
# A tenant who builds a terrace: the way that asks the most.
BUILDING_PERMIT: Answers = {
    "role": {"role": "tenant"},
    "owner_name": {"owner_name": "Pilar Gómez Ríos"},
    "protected": {"protected": "unknown"},
    "work": {"work": "terrace"},
    "area": {"area": "12"},
    "cost": {"cost": "4000"},
    "papers": {"papers": "now"},
    "consent": {"files": {"consent": file("consent.jpg", "image/jpeg")}},
    "drawings": {"files": {"drawings": file("plan-today.pdf", "application/pdf")}},
    "start": {"start.day": "3", "start.month": "6", "start.year": "2030"},
    "days": {"days": "30"},
    "street_use": {"street_use": "yes"},
    "street_metres": {"street_metres": "4"},
    "truth": {"truth": "yes"},
}
# An owner who renews a bathroom: the way that a rule grants at once.
BATHROOM: Answers = {
    **BUILDING_PERMIT,
    "role": {"role": "owner"},
    "protected": {"protected": "no"},
    "work": {"work": "kitchen_bathroom"},
    "street_use": {"street_use": "no"},
}
LARGE_ITEMS: Answers = {
    "items": {"kind": "sofa", "count": "1"},
    "place": {"place.street": "Calle de las Redes", "place.number": "12"},
    "spot": {"spot": "Beside the door"},
    "reach": {"reach": ["email", "sms"]},
    "email": {"email": "guest@puertoclaro.example"},
    "phone": {"phone": "600 000 041"},
}


def steps(http: Visitor, place: str, answers: Answers) -> Iterator[str]:
    """The address of each question in turn, and of the review; each question is answered when the next is wanted."""
    for _ in range(60):
        while (page := http.get(place)).status_code == 303:
            place = page.headers["location"]
        yield place
        if place.partition("?")[0].endswith("/review"):
            return
        place = applying.answer(http, place, {"day": {"day": _first_day(page.text)}, **answers})
    raise AssertionError("the form has no end")


def _first_day(html: str) -> str:
    """The first day that a calendar of ours offers."""
    offered = re.search(r'name="day"[^>]*value="([^"]+)"', html)
    return offered[1] if offered else ""


def question(place: str) -> str:
    """The question's id; "items row" for the page of one row."""
    step, *row = place.partition("?")[0].split("/")[4:]
    return f"{step} row" if row else step


def apply(http: Visitor, slug: str, answers: Answers, locale: str) -> str:
    """The reference of the case."""
    *_, review = steps(http, applying.begin(http, slug, locale), answers)
    return applying.send(http, review)


def day(name: str, on: date) -> dict[str, str]:
    """A day in its three inputs."""
    return {f"{name}.{part}": str(getattr(on, part)) for part in ("day", "month", "year")}

"""Where a barrier lies: a part of the product, and a success criterion of WCAG 2.2 or none; named in each language."""

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from app.codesign import conformance

FILE = Path(__file__).with_name("components.json")
NONE = "none"
"""What stands for no criterion on the way to us."""


class Criterion(NamedTuple):
    """`name` is in one language; its number and level are the same in all."""

    number: str
    level: str
    name: str


def components(locale: str) -> dict[str, str]:
    """The parts of the product by id, in the order of the list."""
    return {id: each["name"][locale] for id, each in _components().items()}


def criteria(locale: str) -> dict[str, Criterion]:
    return {one.number: Criterion(one.number, one.level, one.names[locale]) for one in conformance.known().criteria}


@cache
def _components() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(FILE.read_text("utf-8"))
    return found

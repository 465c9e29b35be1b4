"""Where a barrier lies: a part of the product, and a success criterion of WCAG 2.2 or none; named in each language."""

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
NONE = "none"
"""What stands for no criterion on the way to us."""


class Criterion(NamedTuple):
    """`name` is in one language; its number and level are the same in all."""

    number: str
    level: str
    name: str


def components(locale: str) -> dict[str, str]:
    """The parts of the product by id, in the order of the list."""
    return {id: each["name"][locale] for id, each in _read("components").items()}


def criteria(locale: str) -> dict[str, Criterion]:
    return {
        number: Criterion(number, each["level"], each["name"][locale]) for number, each in _read("criteria").items()
    }


@cache
def _read(name: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    return found

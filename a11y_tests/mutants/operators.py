"""Barriers that nobody thought of one by one: operators choose page and element by a seed."""

import random
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from ..modes import Mode
from .mutant import Edit, Mutant

FILE = Path(__file__).with_name("operators.toml")


@cache
def operators() -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads(FILE.read_text("utf8"))["operator"])


def by_operators(count: int, seed: str) -> list[Mutant]:
    """The operators take turns; with each turn the seed chooses another page and another element."""
    chance = random.Random(f"operators {seed}")
    made: list[Mutant] = []
    while len(made) < count:
        made += [by_one(operator, chance, len(made) + place) for place, operator in enumerate(operators())]
    return made[:count]


def by_one(operator: dict[str, Any], chance: random.Random, place: int) -> Mutant:
    page = chance.choice(operator["pages"])
    number = chance.randrange(10_000)
    edit = Edit(
        html=operator.get("html", ""),
        css=operator.get("css", ""),
        script=operator.get("script", ""),
        pick=operator["pick"],
        when=operator.get("when", "true"),
        number=number,
    )
    return Mutant(
        id=f"{operator['id']} #{place}",
        criterion=operator["criterion"],
        kind=operator["kind"],
        page=page if "(" in page else f"{page} (en)",
        at=operator.get("points", ""),
        edit=edit,
        says="Made by an operator.",
        mode=Mode(**operator["mode"]) if "mode" in operator else None,
    )

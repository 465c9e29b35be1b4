"""What is known of the accessibility of the product, as bin/statement wrote it down."""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("conformance.json")
ASKED = ("A", "AA")
"""The levels that the law asks for, and that the product promises whole."""


@dataclass(frozen=True)
class Criterion:
    """One of the 86 of WCAG 2.2. `state`: supports, in part, in the way, not there, not tested, not promised."""

    number: str
    level: str
    names: dict[str, str]
    state: str
    why: str


@dataclass(frozen=True)
class Conformance:
    """`tried`: what people are to try, with the day of the latest result that still counts."""

    day: date
    pages: int
    locales: tuple[str, ...]
    whole: bool
    criteria: tuple[Criterion, ...]
    tried: dict[str, date | None]

    def counts(self) -> Counter[str]:
        """Of the criteria that the law asks for, how many stand in which state."""
        return Counter(one.state for one in self.criteria if one.level in ASKED)

    def in_the_way(self) -> list[Criterion]:
        return [one for one in self.criteria if one.state == "in the way"]

    def aimed_at(self, level: str) -> tuple[int, int]:
        """How many criteria of a level are promised, of how many."""
        of_level = [one for one in self.criteria if one.level == level]
        return sum(one.state not in ("not promised", "not there") for one in of_level), len(of_level)


@cache
def known() -> Conformance:
    data = json.loads(FILE.read_text("utf8"))
    evidence = data["evidence"]
    return Conformance(
        date.fromisoformat(evidence["day"]),
        evidence["pages"],
        tuple(evidence["locales"]),
        data["standards"]["en301549"]["conforms"],
        tuple(
            Criterion(number, one["level"], one["name"], state(one), one["why"])
            for number, one in data["criteria"].items()
        ),
        {id: max(map(date.fromisoformat, one["days"]), default=None) for id, one in data["manual"].items()},
    )


def state(one: dict[str, Any]) -> str:
    if not one["claimed"]:
        return "not promised"
    if one["in_part"]:
        return "in part"
    said = {"not applicable": "not there", "partially supports": "in the way", "does not support": "in the way"}
    return said.get(one["result"], str(one["result"]))

"""What is known of the accessibility of the product, as bin/statement wrote it down."""

import json
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("conformance.json")
ASKED = ("A", "AA")
"""The levels that the law asks for, and that the product promises whole."""
POSTED = ("mail", "letter")
"""What is looked at and is no page: counted apart."""


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
    """`since` is the first day, where it took several. `views` are pages in one state each, `missing` those that no
    program came to, `partly` those that none came to in some of the languages. `everywhere`: each view was looked
    at in each mode. `posted`: how many kinds of mails and letters programs looked at; `by_ear`: how the journeys with a
    screen reader went, "" where it did not run. `tried`: what people are to try, with the day of the latest result
    that still counts."""

    day: date
    since: date | None
    pages: int
    views: int
    missing: int
    partly: int
    locales: tuple[str, ...]
    modes: int
    everywhere: bool
    posted: int
    by_ear: str
    whole: bool
    criteria: tuple[Criterion, ...]
    tried: dict[str, date | None]

    def counts(self) -> Counter[str]:
        """Of the criteria that the law asks for, how many stand in which state."""
        return Counter(one.state for one in self.criteria if one.level in ASKED)

    def with_reported(self, numbers: Collection[str]) -> "Conformance":
        """The same, where people said that something against these criteria stands in their way."""
        criteria = tuple(replace(one, state="in the way") if one.number in numbers else one for one in self.criteria)
        return replace(self, criteria=criteria)

    @property
    def status(self) -> str:
        """By the model of the European Commission: fully, partially, or not, where most of what is asked fails."""
        counts = self.counts()
        failing = counts["in the way"]
        if failing * 2 > counts.total() - counts["not there"]:
            return "not"
        return "fully" if self.whole and not failing else "partially"

    @property
    def unfinished(self) -> bool:
        """Whether something that the law asks for still has to be tested."""
        counts = self.counts()
        return bool(counts["in part"] or counts["not tested"]) or not (self.whole or counts["in the way"])

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
    posted = {place: seen for place, seen in evidence["seen"].items() if place in POSTED}
    return Conformance(
        date.fromisoformat(evidence["day"]),
        date.fromisoformat(evidence["since"]) if evidence["since"] else None,
        evidence["pages"] - len(posted),
        evidence["views"] - sum(map(len, posted.values())),
        sum(map(len, evidence["missing"].values())),
        sum(map(len, evidence["lacking"].values())),
        tuple(evidence["locales"]),
        len({mode for ran in evidence["checks"].values() for mode in ran["modes"]}),
        all(ran["whole"] for ran in evidence["checks"].values()),
        sum(map(len, posted.values())),
        evidence["journeys"].get("by_ear", ""),
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

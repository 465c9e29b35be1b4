"""The success criteria of WCAG 2.2, by number."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

FILE = Path(__file__).with_name("criteria.toml")


@dataclass(frozen=True)
class Criterion:
    number: str  # "1.4.3"
    level: Literal["A", "AA", "AAA"]
    since: str  # version of WCAG that brought it
    slug: str  # anchor in the recommendation
    name: dict[str, str]  # by language; English is always there

    @property
    def address(self) -> str:
        return f"https://www.w3.org/TR/WCAG22/#{self.slug}"


@cache
def criteria() -> dict[str, Criterion]:
    """All 86, in the order of the recommendation."""
    return {number: Criterion(number, **entry) for number, entry in tomllib.loads(FILE.read_text("utf8")).items()}

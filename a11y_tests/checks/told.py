"""What a script of this name says of the page, as findings."""

import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..finding import Finding
from ..view import View

WORDS = Path(__file__).parent.parent / "words.toml"


@cache
def words(kind: str) -> dict[str, Any]:
    """Words of this kind, in each language that words.toml knows."""
    kinds: dict[str, dict[str, Any]] = tomllib.loads(WORDS.read_text(encoding="utf8"))
    return kinds[kind]


def every(kind: str) -> list[str]:
    """The same without the language: people write links in the language of their reader."""
    return [word for listed in words(kind).values() for word in listed]


@dataclass(frozen=True)
class Told:
    """A check that only reads the page: one script, which is given words or the like and says what it found."""

    script: str
    given: Callable[[View], Sequence[Any]] = lambda view: ()

    def __call__(self, view: View) -> Iterator[Finding]:
        problems = view.ready.pop(self.script, None)
        if problems is None:
            problems = view.ask(self.script, *self.given(view))
        for problem in problems:
            severity = problem.get("severity", "serious")
            yield view.found(self.script, problem["criterion"], problem["selector"], problem["message"], severity)

"""What a script of this name says of the page, as findings."""

import tomllib
from collections.abc import Iterator
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


def told(view: View, check: str, *args: Any) -> Iterator[Finding]:
    for problem in view.ask(check, *args):
        severity = problem.get("severity", "serious")
        yield view.found(check, problem["criterion"], problem["selector"], problem["message"], severity)

"""Whom a barrier hurts and how it is mended: per check, and per check and criterion, or words of the message, where
that says more."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("guidance.toml")


@dataclass(frozen=True)
class Guidance:
    hurts: str
    mend: str


@cache
def entries() -> dict[str, dict[str, Any]]:
    return tomllib.loads(FILE.read_text("utf8"))


def guidance(check: str, criterion: str = "", message: str = "") -> Guidance:
    entry = entries()[check]
    by_words = (more for words, more in entry.get("says", {}).items() if words in message)
    said: dict[str, str] = entry.get(criterion) or next(by_words, {})
    return Guidance(said.get("hurts", entry["hurts"]), said.get("mend", entry["mend"]))

"""How each criterion is answered, from answers.toml."""

import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from ..criteria import Criterion, criteria

FILE = Path(__file__).with_name("answers.toml")
PARSING = Criterion("4.1.1", "A", "2.0", "", {"en": "Parsing"})


@dataclass(frozen=True)
class Answer:
    machine: tuple[str, ...] = ()
    equal: dict[str, list[str]] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    journey: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    remains: str = ""
    not_applicable: str = ""
    not_claimed: str = ""


@dataclass(frozen=True)
class Journey:
    test: str  # where the tests of it are: a file or a folder
    what: str
    note: str = ""  # what has to be known of it


@dataclass(frozen=True)
class Answers:
    reasons: dict[str, str]
    journeys: dict[str, Journey]
    of: dict[str, Answer]

    @staticmethod
    def read(file: Path = FILE) -> "Answers":
        data = tomllib.loads(file.read_text("utf8"))
        reasons = data.pop("reasons", {})
        journeys = {name: Journey(**entry) for name, entry in data.pop("journeys", {}).items()}
        return Answers(reasons, journeys, {number: answer(entry) for number, entry in data.items()})


def answer(entry: dict[str, Any]) -> Answer:
    lists = {one.name for one in fields(Answer) if one.default == ()}
    values: dict[str, Any] = {name: tuple(value) if name in lists else value for name, value in entry.items()}
    return Answer(**values)


def asked() -> dict[str, Criterion]:
    """The 86 of WCAG 2.2, and 4.1.1, which older standards still ask for."""
    return criteria() | {PARSING.number: PARSING}

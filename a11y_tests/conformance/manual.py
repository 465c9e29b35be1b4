"""What people try, and what came of it. Nobody writes a result for somebody else: an empty list is an answer."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent.parent / "manual"
LASTS = timedelta(days=365)
SAYS = ("supports", "partially supports", "does not support")


class Wrong(ValueError):
    """A file of procedures that cannot be read as one; the message says where and why."""


@dataclass(frozen=True)
class Tried:
    """One person's result. `state` is the fingerprint of the component on that day."""

    who: str
    assistive_technology: str
    version: str
    day: date
    state: str
    results: Mapping[str, str]  # criterion -> one of SAYS
    note: str = ""


@dataclass(frozen=True)
class Procedure:
    id: str
    title: str
    who: str  # whom it takes
    assistive_technology: str
    criteria: tuple[str, ...]
    component: tuple[str, ...]  # files whose change makes a result old, as globs below the root of the product
    steps: tuple[str, ...]
    tried: tuple[Tried, ...] = ()

    def valid(self, day: date, state: str) -> Iterator[Tried]:
        """Results that are not older than a year, and of the component as it is now."""
        return (one for one in self.tried if timedelta(0) <= day - one.day <= LASTS and one.state == state)


def state(root: Path, globs: tuple[str, ...]) -> str:
    """Changes when a file of the component changes, comes or goes."""
    digest = hashlib.sha256()
    for file in sorted({file for glob in globs for file in root.glob(glob) if file.is_file()}):
        digest.update(f"{file.relative_to(root)}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


@dataclass(frozen=True)
class Manual:
    """All procedures, with the product whose components they speak of."""

    procedures: Mapping[str, Procedure]
    root: Path

    @staticmethod
    def read(root: Path, folder: Path = FOLDER) -> "Manual":
        procedures = [procedure(file) for file in sorted(folder.glob("*.yaml"))]
        return Manual({one.id: one for one in procedures}, root)

    @cached_property
    def states(self) -> dict[str, str]:
        return {id: state(self.root, one.component) for id, one in self.procedures.items()}

    def valid(self, id: str, day: date) -> list[Tried]:
        return list(self.procedures[id].valid(day, self.states[id]))

    def results(self, criterion: str, ids: tuple[str, ...], day: date) -> list[list[str]]:
        """For each of these procedures what valid results say about the criterion; an empty list: nobody has tried."""
        return [[tried.results[criterion] for tried in self.valid(id, day) if criterion in tried.results] for id in ids]


def procedure(file: Path) -> Procedure:
    try:
        data = yaml.safe_load(file.read_text("utf8"))
        tried = tuple(result(one) for one in data.pop("results"))
        data |= {name: tuple(data[name]) for name in ("criteria", "component", "steps")}
        read = Procedure(id=file.stem, tried=tried, **data)
    except (yaml.YAMLError, TypeError, KeyError, AttributeError, ValueError) as problem:
        raise Wrong(f"{file.name}: {problem}") from problem
    if strange := {criterion for one in tried for criterion in one.results} - set(read.criteria):
        raise Wrong(f"{file.name}: a result speaks of {', '.join(sorted(strange))}, which the procedure does not try")
    return read


def result(data: dict[str, Any]) -> Tried:
    if not isinstance(data.get("day"), date):
        raise ValueError("a result needs its day, written 2026-11-28")
    if strange := set(data["results"].values()) - set(SAYS):
        raise ValueError(f"a result is one of {', '.join(SAYS)}, not {', '.join(sorted(strange))}")
    empty = [
        name for name in ("who", "assistive_technology", "version", "state") if not str(data.get(name) or "").strip()
    ]
    if empty:
        raise ValueError(f"a result needs: {', '.join(empty)}")
    return Tried(**data)

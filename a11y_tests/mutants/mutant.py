"""A barrier as data: what is changed on which page, and what a finding has to name."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from ..modes import Mode

Kind = Literal["absent", "present but wrong", "behaviour"]
KINDS: tuple[Kind, ...] = ("absent", "present but wrong", "behaviour")
FOLDER = Path(__file__).with_name("barriers")


@dataclass(frozen=True)
class Edit:
    """`html` edits the document (see edit.js), `css` is a sheet after all others, `script` runs at the end of body.

    An operator's edit works on `el`: of what `pick` selects and `when` lets pass, the one that `number` chooses.
    """

    html: str = ""
    css: str = ""
    script: str = ""
    pick: str = ""
    when: str = "true"
    number: int = 0


@dataclass(frozen=True)
class Mutant:
    id: str
    criterion: str
    kind: Kind
    page: str  # name of a recorded page: "home (en)"
    at: str  # selector of what the finding has to point at; empty: the element that was edited
    edit: Edit
    says: str = ""
    mode: Mode | None = None  # the way of looking in which it is a barrier, when it is none in the others
    beside: tuple[str, ...] = ()  # pages that are looked at before, as they are


@dataclass(frozen=True)
class Accepted:
    """Criteria that are an equally right name for a barrier, and why."""

    criterion: str
    also: tuple[str, ...]
    because: str


@cache
def accepted() -> tuple[Accepted, ...]:
    entries = tomllib.loads(Path(__file__).with_name("accepted.toml").read_text("utf8"))["equal"]
    return tuple(Accepted(entry["criterion"], tuple(entry["also"]), entry["because"]) for entry in entries)


def right_names(criterion: str) -> frozenset[str]:
    found = {criterion}
    for entry in accepted():
        if entry.criterion == criterion:
            found.update(entry.also)
    return frozenset(found)


@cache
def by_hand() -> tuple[Mutant, ...]:
    """Every barrier of barriers/*.toml, once for each of its pages."""
    return tuple(
        mutant
        for file in sorted(FOLDER.glob("*.toml"))
        for entry in tomllib.loads(file.read_text("utf8"))["barrier"]
        for mutant in mutants(entry)
    )


def mutants(entry: dict[str, Any]) -> Iterator[Mutant]:
    pages = [page if "(" in page else f"{page} (en)" for page in entry["pages"]]
    for page in pages:
        yield Mutant(
            id=entry["id"] if len(pages) == 1 else f"{entry['id']} on {page}",
            criterion=entry["criterion"],
            kind=entry["kind"],
            page=page,
            at=entry["at"],
            edit=Edit(entry.get("html", ""), entry.get("css", ""), entry.get("script", "")),
            says=entry["says"],
            mode=Mode(**entry["mode"]) if "mode" in entry else None,
            beside=tuple(other if "(" in other else f"{other} (en)" for other in entry.get("beside", [])),
        )

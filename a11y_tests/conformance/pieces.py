"""Evidence that is gathered over several runs: what was looked at in one go lies in a file of its own as soon as it was
looked at to its end. What is older than LASTS counts no more, nor what was seen of pages and states that are gone."""

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from ..finding import Finding
from .evidence import Evidence, Look, Record, States

LASTS = timedelta(days=7)


@dataclass(frozen=True)
class Piece:
    """`code`: which state of the product was looked at."""

    day: date
    code: str
    record: Record

    def write(self, file: Path) -> None:
        """Whole or not at all: whoever is interrupted leaves what was there."""
        looked = {check: sorted(looks) for check, looks in sorted(self.record.looked.items())}
        found = [one.as_dict() for one in self.record.found]
        of = {"day": self.day.isoformat(), "code": self.code, "tools": self.record.tools}
        part = file.with_suffix(f".{os.getpid()}")
        part.write_text(json.dumps(of | {"looked": looked, "found": found}, ensure_ascii=False), "utf8")
        part.replace(file)

    @staticmethod
    def read(file: Path) -> "Piece":
        data = json.loads(file.read_text("utf8"))
        looked = {check: {Look(*look) for look in looks} for check, looks in data["looked"].items()}
        found = [Finding(**one) for one in data["found"]]
        return Piece(date.fromisoformat(data["day"]), data["code"], Record({}, data["tools"], looked, found))


@dataclass(frozen=True)
class Pieces:
    folder: Path
    today: date
    code: str = ""

    def __getitem__(self, name: str) -> Piece | None:
        """The piece of this name, if it counts still."""
        file = self.file(name)
        piece = Piece.read(file) if file.exists() else None
        return piece if piece and fresh(piece.day, self.today) else None

    def done(self, name: str) -> Piece | None:
        """What need not be looked at again: where something was found, somebody may have mended it."""
        piece = self[name]
        return None if piece and piece.record.found else piece

    def keep(self, name: str, record: Record) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        Piece(self.today, self.code, record).write(self.file(name))

    def file(self, name: str) -> Path:
        return self.folder / (name.replace(" ", "_") + ".json")


def fresh(day: date, today: date) -> bool:
    return timedelta(0) <= today - day < LASTS


def merged(pieces: Iterable[Piece], known: States, journeys: Mapping[str, tuple[date, str]]) -> Evidence:
    """As if one had looked at all of it; the days say that it was not so. Of journeys: when they were walked, and how
    they went."""
    every = sorted(pieces, key=lambda piece: piece.day)
    looked: dict[str, set[Look]] = defaultdict(set)
    tools: dict[str, list[str]] = defaultdict(list)
    for piece in every:
        for check, looks in piece.record.looked.items():
            looked[check] |= {look for look in looks if look.state in known.get(look.page, ())}
        for name, version in piece.record.tools.items():
            tools[name] += [] if version in tools[name] else [version]
    found = [one for piece in every for one in piece.record.found]
    went = {name: outcome for name, (_, outcome) in journeys.items()}
    record = Record(known, {name: ", ".join(these) for name, these in tools.items()}, looked, found, went)
    days = sorted([piece.day for piece in every] + [day for day, _ in journeys.values()])
    code = tuple(dict.fromkeys(piece.code for piece in every if piece.code))
    return replace(record.evidence(days[-1]), since=days[0] if days[0] != days[-1] else None, code=code)

"""What was looked at, when, and what was found: the only thing that conformance is said from."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

from ..finding import Finding


@dataclass(frozen=True)
class Ran:
    """Where one check ran to its end."""

    pages: int
    locales: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """What one check found against one criterion; the example is one of them in words."""

    check: str
    criterion: str
    count: int
    pages: int
    example: str


@dataclass(frozen=True)
class Evidence:
    """`journeys` are tests that walk a whole way: name and "passed" or "failed". One that is not there did not run."""

    day: date
    tools: dict[str, str] = field(default_factory=dict)
    pages: int = 0
    locales: tuple[str, ...] = ()
    checks: dict[str, Ran] = field(default_factory=dict)
    findings: tuple[Found, ...] = ()
    journeys: dict[str, str] = field(default_factory=dict)

    def as_dict(self) -> dict[str, object]:
        return asdict(self) | {"day": self.day.isoformat()}

    @staticmethod
    def of(given: dict[str, object]) -> "Evidence":
        data = json.loads(json.dumps(given))
        return Evidence(
            date.fromisoformat(data["day"]),
            data["tools"],
            data["pages"],
            tuple(data["locales"]),
            {
                name: Ran(ran["pages"], tuple(ran["locales"]), tuple(ran["modes"]))
                for name, ran in data["checks"].items()
            },
            tuple(Found(**each) for each in data["findings"]),
            data["journeys"],
        )

    @staticmethod
    def read(file: Path) -> "Evidence":
        return Evidence.of(json.loads(file.read_text("utf8")))

    def write(self, file: Path) -> None:
        file.write_text(json.dumps(self.as_dict(), ensure_ascii=False, indent=1) + "\n", "utf8")


@dataclass
class Record:
    """Keeps count while a run is going on."""

    tools: dict[str, str] = field(default_factory=dict)
    looked: dict[str, set[tuple[str, str, str]]] = field(default_factory=lambda: defaultdict(set))
    found: list[Finding] = field(default_factory=list)
    journeys: dict[str, str] = field(default_factory=dict)

    def ran(self, checks: Iterable[str], page: str, locale: str, mode: str) -> None:
        for check in checks:
            self.looked[check].add((page, locale, mode))

    def evidence(self, day: date) -> Evidence:
        looks = set().union(*self.looked.values())
        return Evidence(
            day,
            self.tools,
            len({page for page, _, _ in looks}),
            in_order(locale for _, locale, _ in looks),
            {name: ran(looks) for name, looks in sorted(self.looked.items())},
            tuple(summed(self.found)),
            dict(sorted(self.journeys.items())),
        )


def ran(looks: set[tuple[str, str, str]]) -> Ran:
    return Ran(
        len({page for page, _, _ in looks}),
        in_order(locale for _, locale, _ in looks),
        in_order(mode for _, _, mode in looks),
    )


def in_order(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({word for word in words if word}))


def summed(findings: Iterable[Finding]) -> list[Found]:
    kinds: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        kinds[finding.check, finding.criterion].append(finding)
    return [
        Found(check, criterion, len(alike), len({one.page for one in alike}), str(alike[0]))
        for (check, criterion), alike in sorted(kinds.items())
    ]

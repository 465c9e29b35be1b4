"""What was looked at, when, and what was found: the only thing that conformance is said from."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ..checks import MODE, PART
from ..finding import Finding
from ..modes import ALL

States = Mapping[str, Collection[str]]
"""By address, the states in which its page can be."""
LOOKS_IN_MODES = frozenset(MODE | PART)
"""Checks that say something else in each mode; the others say the same in all."""


class Look(NamedTuple):
    """One look of one check. `of` tells pages at one address apart; a page has one address in all languages."""

    page: str
    state: str
    of: str
    locale: str
    mode: str


@dataclass(frozen=True)
class Ran:
    """Where one check ran to its end: pages and their states, counted once for all languages and modes. `whole`: all
    states that can be were looked at, in each language, and in each mode where the mode matters."""

    pages: int
    views: int
    locales: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True)
class Found:
    """What one check found against one criterion; the example is one of them in words."""

    check: str
    criterion: str
    count: int
    views: int
    example: str


@dataclass(frozen=True)
class Evidence:
    """`seen`: by address, the states that were looked at; `missing`: those that can be and were not; `lacking`: those
    that were, and the languages in which they were not. `journeys` are tests that walk a whole way: name and "passed"
    or "failed". One that is not there did not run. `since`: the first day, where it took several; `code`: the states of
    the product that were looked at, the oldest first."""

    day: date
    tools: dict[str, str] = field(default_factory=dict)
    pages: int = 0
    views: int = 0
    locales: tuple[str, ...] = ()
    checks: dict[str, Ran] = field(default_factory=dict)
    seen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    missing: dict[str, tuple[str, ...]] = field(default_factory=dict)
    findings: tuple[Found, ...] = ()
    journeys: dict[str, str] = field(default_factory=dict)
    lacking: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    since: date | None = None
    code: tuple[str, ...] = ()

    @property
    def modes(self) -> tuple[str, ...]:
        return in_order(mode for ran in self.checks.values() for mode in ran.modes)

    def as_dict(self) -> dict[str, object]:
        return asdict(self) | {"day": self.day.isoformat(), "since": self.since and self.since.isoformat()}

    @staticmethod
    def of(given: dict[str, object]) -> "Evidence":
        data = json.loads(json.dumps(given))
        days = {name: date.fromisoformat(data[name]) for name in ("day", "since") if name == "day" or data.get(name)}
        lists = {name: tuple(data.get(name, ())) for name in ("locales", "code")}
        found = {"findings": tuple(Found(**each) for each in data["findings"])}
        states = {name: {at: tuple(these) for at, these in data[name].items()} for name in ("seen", "missing")}
        checks = {
            name: Ran(**(ran | {"locales": tuple(ran["locales"]), "modes": tuple(ran["modes"])}))
            for name, ran in data["checks"].items()
        }
        lacking = {
            at: {state: tuple(these) for state, these in each.items()} for at, each in data.get("lacking", {}).items()
        }
        return Evidence(**(data | days | lists | found | states | {"checks": checks, "lacking": lacking}))

    @staticmethod
    def read(file: Path) -> "Evidence":
        return Evidence.of(json.loads(file.read_text("utf8")))

    def write(self, file: Path) -> None:
        file.write_text(json.dumps(self.as_dict(), ensure_ascii=False, indent=1) + "\n", "utf8")


@dataclass
class Record:
    """Keeps count while a run is going on. `known`: the states that can be, where somebody knows them all."""

    known: States = field(default_factory=dict)
    tools: dict[str, str] = field(default_factory=dict)
    looked: dict[str, set[Look]] = field(default_factory=lambda: defaultdict(set))
    found: list[Finding] = field(default_factory=list)
    journeys: dict[str, str] = field(default_factory=dict)

    def ran(self, check: str, look: Look) -> None:
        self.looked[check].add(look)

    def evidence(self, day: date) -> Evidence:
        looks = set().union(*self.looked.values())
        locales = in_order(look.locale for look in looks)
        checks = {name: self.summed(name, these, locales) for name, these in sorted(self.looked.items())}
        whole = ran(looks)
        seen: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for look in looks:
            seen[look.page][look.state].add(look.locale)
        missing = {page: in_order(set(states) - seen.get(page, {}).keys()) for page, states in self.known.items()}
        return Evidence(
            day,
            self.tools,
            whole.pages,
            whole.views,
            locales,
            checks,
            {page: in_order(states) for page, states in sorted(seen.items())},
            {page: states for page, states in sorted(missing.items()) if states},
            tuple(summed(self.found)),
            dict(sorted(self.journeys.items())),
            not_in(locales, seen),
        )

    def summed(self, check: str, looks: set[Look], locales: tuple[str, ...]) -> Ran:
        """Nobody can say that all was looked at who does not know what all is."""
        known = {(page, state) for page, states in self.known.items() for state in states}
        there = {(look.page, look.state, look.locale) for look in looks}
        whole = bool(known) and all((*one, locale) in there for one in known for locale in locales)
        if check in LOOKS_IN_MODES:
            seen = {(look.page, look.state, look.mode) for look in looks}
            whole = whole and all((*one, mode.name) in seen for one in known for mode in ALL)
        return replace(ran(looks), whole=whole)


def ran(looks: set[Look]) -> Ran:
    return Ran(
        len({(look.page, look.of) for look in looks}),
        len({(look.page, look.of, look.state) for look in looks}),
        in_order(look.locale for look in looks),
        in_order(look.mode for look in looks),
    )


def not_in(
    locales: tuple[str, ...], seen: Mapping[str, Mapping[str, set[str]]]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """By page and state, in which of these languages it was not looked at."""
    by_page = {
        page: {state: rest for state, here in sorted(states.items()) if (rest := in_order(set(locales) - here))}
        for page, states in sorted(seen.items())
    }
    return {page: states for page, states in by_page.items() if states}


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

"""Which page is looked at in which modes, by which checks."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .checks import EVERY, PAGE
from .fingerprint import kind_of
from .modes import ALL, FOUR, Mode

SLOW = frozenset({"axe", "html", "motion", "orientation", "print"})
CHEAP = frozenset(PAGE) - SLOW  # one short script each


@dataclass(frozen=True)
class Visit:
    address: str
    modes: tuple[Mode, ...]
    checks: frozenset[str] = frozenset(EVERY)


def in_turns(addresses: Iterable[str], locales: tuple[str, ...]) -> list[Visit]:
    """Each page; its kind (the address without the language) in each of four modes, the languages taking turns."""
    came: Counter[str] = Counter()
    count = max(len(locales), 1)
    visits = []
    for address in addresses:
        kind = kind_of(address, locales)
        modes = tuple(mode for turn, mode in enumerate(FOUR) if turn % count == came[kind] % count)
        visits.append(Visit(address, modes))
        came[kind] += 1
    return visits


def quick(addresses: Iterable[str], locales: tuple[str, ...]) -> list[Visit]:
    """Each kind of page once, in one language and one mode; the other languages by the cheap checks only."""
    came: set[str] = set()
    visits = []
    for address in addresses:
        kind = kind_of(address, locales)
        if kind in came:
            visits.append(Visit(address, (), CHEAP))
        else:
            visits.append(Visit(address, (FOUR[len(came) % len(FOUR)],)))
        came.add(kind)
    return visits


def full(addresses: Iterable[str], locales: tuple[str, ...]) -> list[Visit]:
    """Everything: each page in every mode."""
    return [Visit(address, ALL) for address in addresses]

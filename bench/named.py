"""Many invented people, the same at each making, as a real town has them: in four scripts, with a few names that very
many bear and tens of thousands that few do. A name's share falls off with its place in the register (Zipf, Mandelbrot):
about one in twenty-eight is a García."""

import random
from bisect import bisect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bench import register

SEED = 1492
FLAT = 2
"""The first names of a register differ less than its later ones."""


@dataclass(frozen=True)
class Names:
    """So many names, each with the share of those who bear it or one before."""

    known: Sequence[str]
    invented: Callable[[int], str]
    up_to: Sequence[float]

    def drawn(self, chance: random.Random) -> str:
        place = bisect(self.up_to, chance.random() * self.up_to[-1])
        return self.known[place] if place < len(self.known) else self.invented(place - len(self.known))


def _names(known: Sequence[str], number: int, *parts: Sequence[str]) -> Names:
    """`parts` are what invented ones are put together of: a start, a middle, a start, a middle, an end."""
    shares = [1 / (place + FLAT) for place in range(1, max(number, len(known)) + 1)]

    def invented(place: int) -> str:
        word, left = "", place * 7_919 + 1
        for some in (parts[0], parts[1], parts[0], parts[1], parts[2]):
            left, at = divmod(left, len(some))
            word += some[at]
        return word.capitalize()

    return Names(known, invented, list(accumulate(shares)))


SCRIPTS: dict[str, tuple[float, Names, Names]] = {
    "latin": (
        0.84,
        _names(register.LATIN_GIVEN, 2_000, register.STARTS, register.MIDDLES, ["a", "o", "e"]),
        _names(register.LATIN_SURNAMES, 30_000, register.STARTS, register.MIDDLES, register.ENDS),
    ),
    "arabic": (
        0.06,
        _names(register.ARABIC_GIVEN, 400, *register.ARABIC),
        _names(register.ARABIC_SURNAMES, 4_000, *register.ARABIC),
    ),
    "cyrillic": (
        0.05,
        _names(register.CYRILLIC_GIVEN, 300, *register.CYRILLIC),
        _names(register.CYRILLIC_SURNAMES, 4_000, *register.CYRILLIC),
    ),
    "han": (0.05, _names(register.HAN_GIVEN, 0), _names(register.HAN_SURNAMES, 0)),
}


def name(place: int) -> str:
    """The name of one of them, by her place."""
    chance = random.Random(place * SEED + 7)  # noqa: S311  # invented people, the same at each making
    script = _script(chance)
    _, given, surnames = SCRIPTS[script]
    if script == "han":
        return surnames.drawn(chance) + given.drawn(chance) + given.drawn(chance)
    first = given.drawn(chance) + (f" {given.drawn(chance)}" if chance.random() < 0.25 else "")
    last = surnames.drawn(chance) + (f" {surnames.drawn(chance)}" if script == "latin" else "")
    return f"{first} {last}"


def _script(chance: random.Random) -> str:
    left = chance.random()
    for script, (share, *_) in SCRIPTS.items():
        left -= share
        if left < 0:
            return script
    return "latin"


def questions(number: int, among: int) -> list[str]:
    """What clerks type of some of the first so many people, who live in every town: names whole and in part, two words
    that both are frequent, misheard, numbers, and what nobody is called."""
    chance = random.Random(SEED)  # noqa: S311
    asked = []
    for turn in range(number):
        place = chance.randrange(among)
        words = name(place).split()
        ways = (
            words[-1],
            f"{words[0]} {words[-1]}",
            " ".join(words[-2:]),
            words[-1][:4],
            name(place),
            f"{words[0][:3]} {words[-1][:3]}",
            _misheard(" ".join(words[-2:])),
            _misheard(name(place)),
            f"{words[-1][:5]} {words[0]}",
            ("García López", "María García", "محمد", "王", "José María López", "Mohamed")[turn // 12 % 6],
            identifier(place),
            phone(place) if turn % 24 < 12 else "Zyxnobody",
        )
        asked.append(ways[turn % len(ways)])
    return asked


def _misheard(said: str) -> str:
    for one, other in (("z", "s"), ("cí", "si"), ("v", "b"), ("C", "K"), ("ll", "l"), ("н", "м")):
        said = said.replace(one, other)
    return said


def identifier(place: int) -> str:
    return f"{place:08}{'TRWAGMYFPDXBNJZSQVHLCKE'[place % 23]}"


def phone(place: int) -> str:
    return f"+346{place:08}"


def email(place: int) -> str:
    return f"neighbour{place}@example.com"

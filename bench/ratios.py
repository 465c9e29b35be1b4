"""Two things measured in turn, A B A B, so that a busy machine is busy for both; what is told is their ratio."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

ROUNDS = 7


@dataclass(frozen=True)
class Ratio:
    """One line of a report. `goal` says what the median should be, and `least` or `most` are its bounds."""

    name: str
    values: tuple[float, ...]
    least: float = 0.0
    most: float = float("inf")
    note: str = ""

    @property
    def met(self) -> bool:
        return self.least <= median(self.values) <= self.most

    def __str__(self) -> str:
        low, middle, high = (_number(value) for value in (min(self.values), median(self.values), max(self.values)))
        bounds = f"at least {_number(self.least)}" if self.least else f"at most {_number(self.most)}"
        judged = "" if not self.least and self.most == float("inf") else f"  goal {bounds}: {_word(self.met)}"
        return f"{self.name:58} {low:>6} {middle:>6} {high:>6}{judged}{f'  ({self.note})' if self.note else ''}"


HEADING = f"{'ratio':58} {'min':>6} {'median':>6} {'max':>6}"


def alternate(ours: Callable[[], float], theirs: Callable[[], float], rounds: int = ROUNDS) -> tuple[float, ...]:
    """The ratio ours : theirs of each round, after one round that only warms up."""
    ours(), theirs()
    return tuple(ours() / theirs() for _ in range(rounds))


def _number(value: float) -> str:
    return f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def _word(met: bool) -> str:
    return "met" if met else "MISSED"

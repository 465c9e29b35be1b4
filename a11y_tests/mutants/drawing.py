"""Which mutants are tried this week: the seed is the week, so everybody draws the same and each week others."""

import os
import random
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from .mutant import Mutant


def seed_of(day: date) -> str:
    """WEEK repeats the draw of another week."""
    year, week, _ = day.isocalendar()
    return os.environ.get("WEEK") or f"{year}-W{week:02}"


def draw(pool: Iterable[Mutant], count: int, seed: str) -> list[Mutant]:
    """As many different criteria as there are, then second ones; in the order of their pages."""
    chance = random.Random(seed)
    groups: defaultdict[str, list[Mutant]] = defaultdict(list)
    for mutant in sorted(pool, key=lambda mutant: mutant.id):
        groups[mutant.criterion].append(mutant)
    for group in groups.values():
        chance.shuffle(group)
    drawn: list[Mutant] = []
    while len(drawn) < count and any(groups.values()):
        turn = sorted(criterion for criterion, group in groups.items() if group)
        chance.shuffle(turn)
        drawn += [groups[criterion].pop() for criterion in turn[: count - len(drawn)]]
    return sorted(drawn, key=lambda mutant: (mutant.page, mutant.id))

"""Finding people at the desk: the same questions to a town of ten thousand and to one of a million, on PostgreSQL."""

import gc
import time

from app.kit import db
from app.kit.towns import Town
from app.people import finding
from bench.crowd import Crowd
from bench.ground import large
from bench.named import questions
from bench.ratios import ROUNDS, Ratio

FEW, MANY = 10_000, 1_000_000
MOST = 1.5
"""What a question may take longer among a hundred times as many people."""


def run(rounds: int = ROUNDS, small: bool = False, people: int = 0) -> list[Ratio]:
    few, many = (100, 400) if small else (FEW, people or MANY)
    with large(Crowd(few, 0, 0)) as little, large(Crowd(many, 0, 0)) as big:
        return compared(little, big, few, many, rounds, 20 if small else 400)


def compared(little: Town, big: Town, few: int, many: int, rounds: int, number: int) -> list[Ratio]:
    """The same questions to both in turns, so that a busy machine is busy for both. The first round only warms up."""
    asked = questions(number, few)
    ratios: dict[str, list[float]] = {"p95": [], "median": []}
    slowest = (0.0, 0.0)
    for turn in range(rounds + 1):
        a, b = _times(little, asked), _times(big, asked)
        slowest = (_share(a, 0.95), _share(b, 0.95))
        if turn:
            ratios["p95"].append(slowest[1] / slowest[0])
            ratios["median"].append(_share(b, 0.5) / _share(a, 0.5))
    told = f"{len(asked)} questions, p95 {slowest[0] * 1000:.1f} and {slowest[1] * 1000:.1f} ms"
    return [
        Ratio(f"search, p95: {many:,} : {few:,} people", tuple(ratios["p95"]), most=MOST, note=told),
        Ratio(f"search, median: {many:,} : {few:,} people", tuple(ratios["median"])),
    ]


def _times(town: Town, asked: list[str]) -> list[float]:
    """Seconds that each question took: its tokens, its queries, and the names that it opens."""
    gc.collect()
    gc.disable()
    taken = []
    try:
        for words in asked:
            with db.read(town) as unit:
                begun = time.perf_counter()
                finding.find(unit, words, "ES")
                taken.append(time.perf_counter() - begun)
    finally:
        gc.enable()
    return sorted(taken)


def _share(taken: list[float], share: float) -> float:
    return taken[min(len(taken) - 1, int(len(taken) * share))]

"""Finding people at the desk: the same questions to a town of ten thousand and to one of a million, on PostgreSQL."""

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from app.kit import db
from app.kit.towns import Town
from app.people import finding
from bench.named import questions, settled
from bench.ratios import ROUNDS, Ratio
from tests.databases import EMPTY, Databases, begin

FEW, MANY = 10_000, 1_000_000
MOST = 1.5
"""What a question may take longer among a hundred times as many people."""


def run(rounds: int = ROUNDS, small: bool = False, people: int = 0) -> list[Ratio]:
    few, many = (100, 400) if small else (FEW, people or MANY)
    with town(few) as little, town(many) as large:
        asked = questions(20 if small else 300)
        ratios: dict[str, list[float]] = {"p95": [], "median": []}
        slowest = 0.0
        for turn in range(rounds + 1):
            a, b = _times(little, asked), _times(large, asked)
            if turn:  # the first round only warms up
                ratios["p95"].append(_share(b, 0.95) / _share(a, 0.95))
                ratios["median"].append(_share(b, 0.5) / _share(a, 0.5))
                slowest = _share(b, 0.95)
    told = f"{many:,} people, {len(asked)} questions, p95 {slowest * 1000:.1f} ms"
    return [
        Ratio(f"search, p95: {many:,} : {few:,} people", tuple(ratios["p95"]), most=MOST, note=told),
        Ratio(f"search, median: {many:,} : {few:,} people", tuple(ratios["median"])),
    ]


@contextmanager
def town(people: int) -> Iterator[Town]:
    databases = Databases(begin(), "bench")
    with TemporaryDirectory() as folder:
        made = databases.clone("postgresql", EMPTY, f"of_{people}", Path(folder))
        try:
            settled(made, people)
            yield made
        finally:
            databases.put_away(made)
            databases.end()


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

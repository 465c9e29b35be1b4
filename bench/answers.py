"""Search among 500 articles in four languages, beside a page that is drawn anew: the same server, in turns.

By the clock, as people wait for it: on a busy machine each question as fast as its fastest turn, since what others do
can only make it slower. And by the CPU that each request takes in this process.
"""

import asyncio
import http.client
import time
from collections.abc import Mapping, Sequence
from statistics import median
from urllib.parse import quote

from starlette.applications import Starlette

from app.kit.towns import Towns
from app.main import create_app
from bench import articles
from bench.ground import free_port, laid, process
from bench.ratios import ROUNDS, Ratio
from bench.signed import ask, scope

ARTICLES, ASKED = 500, 100
MOST = 0.015
"""Seconds within which 19 of 20 searches are answered."""
SLOT = {"HX-Request": "true", "HX-Target": "main#main"}
"""A part of a page is kept by nobody: it is drawn each time."""


def run(rounds: int = ROUNDS, small: bool = False) -> list[Ratio]:
    number, asked = (20, 10) if small else (ARTICLES, ASKED)
    with laid() as ground:
        questions = articles.write(ground.town, number)
        port = free_port()
        with process(["-m", "app", "serve"], ground.settings, port):
            for locale in questions:
                times(port, [f"/{locale}/search?q=a"])  # the first question of a process makes the index
            found = _compared(port, questions, rounds, asked, number)
        return found + _by_cpu(create_app(Towns(ground.town)), questions, rounds, asked)


def _compared(port: int, questions: Mapping[str, Sequence[str]], rounds: int, asked: int, number: int) -> list[Ratio]:
    found = []
    for locale, every in questions.items():
        asking = [f"/{locale}/search?q={quote(words)}" for words in every[:asked]]
        turns = []
        for _ in range(rounds + 1):
            page = p95(times(port, [f"/{locale}/services/birth-certificate"] * asked))
            turns.append((in_order(port, asking), page))
        searches, pages = zip(*turns[1:], strict=True)
        fastest = p95(sorted(min(of) for of in zip(*searches, strict=True)))
        usual = [p95(sorted(each)) for each in searches]
        note = f"{1000 * fastest:.1f} ms; {number} articles, {asked} questions, each {rounds} times"
        found.append(Ratio(f"search in {locale}, p95 of fastest turns : 15 ms", (fastest / MOST,), most=1.0, note=note))
        found.append(Ratio(f"search in {locale}, p95 of a turn : 15 ms", tuple(each / MOST for each in usual)))
        beside = tuple(search / page for search, page in zip(usual, pages, strict=True))
        note = f"the page {1000 * median(pages):.1f} ms"
        found.append(Ratio(f"search in {locale}, p95 of a turn : a page drawn anew", beside, note=note))
    return found


def _by_cpu(app: Starlette, questions: Mapping[str, Sequence[str]], rounds: int, asked: int) -> list[Ratio]:
    found = []
    for locale, every in questions.items():
        turns = []
        for turn in range(rounds + 1):
            mine = [every[(turn * asked + each) % len(every)] for each in range(asked)]
            turns.append(asyncio.run(_spent(app, [f"/{locale}/search?q={quote(words)}" for words in mine])) / MOST)
        note = f"{1000 * MOST * median(turns[1:]):.1f} ms"
        found.append(Ratio(f"search in {locale}, p95 by CPU : 15 ms", tuple(turns[1:]), most=1.0, note=note))
    return found


async def _spent(app: Starlette, paths: Sequence[str]) -> float:
    """Seconds of CPU, of all threads, that 19 of 20 requests take at most."""
    taken = []
    for path in paths:
        asked = scope(path, "")
        slot = [(name.lower().encode(), value.encode()) for name, value in SLOT.items()]
        begun = time.process_time()
        await ask(app, {**asked, "headers": [*asked["headers"], *slot]})
        taken.append(time.process_time() - begun)
    return p95(sorted(taken))


def times(port: int, paths: Sequence[str]) -> list[float]:
    """Seconds from a request to the end of its answer, the fastest first."""
    return sorted(in_order(port, paths))


def in_order(port: int, paths: Sequence[str]) -> list[float]:
    """The same as they were asked, one after the other on one connection."""
    line = http.client.HTTPConnection("localhost", port)
    taken = []
    for path in paths:
        begun = time.perf_counter()
        line.request("GET", path, headers=SLOT)
        answer = line.getresponse()
        answer.read()
        taken.append(time.perf_counter() - begun)
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
    line.close()
    return taken


def p95(taken: Sequence[float]) -> float:
    return taken[min(len(taken) - 1, int(len(taken) * 0.95))]

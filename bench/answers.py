"""Search among 500 articles in four languages, beside a page that is drawn anew: the same server, in turns."""

import http.client
import time
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from bench import articles
from bench.ground import free_port, laid, process
from bench.ratios import ROUNDS, Ratio

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
                _times(port, [f"/{locale}/search?q=a"])  # the first question of a process makes the index
            return _compared(port, questions, rounds, asked, number)


def _compared(port: int, questions: Mapping[str, Sequence[str]], rounds: int, asked: int, number: int) -> list[Ratio]:
    found = []
    for locale, every in questions.items():
        shares, beside, pages = [], [], []
        for turn in range(rounds + 1):
            mine = [every[(turn * asked + each) % len(every)] for each in range(asked)]
            search = _p95(_times(port, [f"/{locale}/search?q={quote(words)}" for words in mine]))
            page = _p95(_times(port, [f"/{locale}/services/birth-certificate"] * asked))
            if turn:
                shares.append(search / MOST)
                beside.append(search / page)
                pages.append(page)
        note = f"{number} articles, {asked} questions a round; the page {1000 * sum(pages) / len(pages):.1f} ms"
        found.append(Ratio(f"search in {locale}, p95 : 15 ms", tuple(shares), most=1.0, note=note))
        found.append(Ratio(f"search in {locale}, p95 : a page drawn anew", tuple(beside)))
    return found


def _times(port: int, paths: Sequence[str]) -> list[float]:
    """Seconds from a request to the end of its answer, one after the other on one connection."""
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
    return sorted(taken)


def _p95(taken: Sequence[float]) -> float:
    return taken[min(len(taken) - 1, int(len(taken) * 0.95))]

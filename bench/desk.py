"""The desk of a large town against that of a small one, on PostgreSQL: the same pages, taken in turns."""

import asyncio
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import quantiles

from sqlalchemy import select
from starlette.applications import Starlette

from app.cases.models import CaseFile
from app.kit import db
from app.kit.towns import Town, Towns
from app.main import create_app
from bench.crowd import Crowd
from bench.ground import large
from bench.ratios import Ratio
from bench.signed import ask, scope
from tests.proof import loads

SMALL, LARGE = Crowd(10_000, 50_000, 1_000), Crowd(1_000_000, 5_000_000, 100_000)
TINY = (Crowd(20, 40, 20), Crowd(40, 120, 40))
MOST = 1.5
QUEUES = ("tab=mine", "tab=nobody", "tab=waiting", "tab=all", "tab=all&late=yes", "tab=all&service=birth_certificate")


@dataclass(frozen=True)
class Office:
    """A town's application, a clerk's cookie, and the cases that she opens."""

    app: Starlette
    cookie: str
    references: tuple[str, ...]

    def ask(self, path: str) -> float:
        """Seconds until the page is there."""
        begun = time.perf_counter()
        asyncio.run(ask(self.app, scope(path, self.cookie)))
        return time.perf_counter() - begun


def run(rounds: int, small: bool) -> list[Ratio]:
    """p95 in the large town : p95 in the small one, for each kind of page."""
    few, many = TINY if small else (SMALL, LARGE)
    requests = 20 if small else 400
    with office(few) as less, office(many) as more:
        return [
            Ratio(f"{name}, p95: {many.people} people : {few.people}", tuple(values), most=MOST, note=note)
            for name, choose in PAGES.items()
            for values, note in [_ratios(less, more, choose, rounds, requests)]
        ]


@contextmanager
def office(crowd: Crowd) -> Iterator[Office]:
    with large(crowd) as town:
        yield _opened(town)


def _opened(town: Town) -> Office:
    """Cases are chosen from all ages, by their place in the order of time."""
    cookie, _ = loads.staff_cookie(town, "clara@puertoclaro.example")
    c = db.table(CaseFile).c
    with db.read(town) as unit:
        found = db.rows(unit, select(c.reference, c.department).order_by(c.received_at.desc()).limit(4000))
        found = [*found, *db.rows(unit, select(c.reference, c.department).order_by(c.received_at).limit(4000))]
    return Office(create_app(Towns(town)), cookie, tuple(row.reference for row in found))


def _queue(office: Office, chance: random.Random) -> str:
    return f"/en/desk/cases?{chance.choice(QUEUES)}"


def _case(office: Office, chance: random.Random) -> str:
    return f"/en/desk/cases/{chance.choice(office.references)}"


PAGES: dict[str, Callable[[Office, random.Random], str]] = {"the queue": _queue, "a case beside the queue": _case}


def _ratios(
    less: Office, more: Office, choose: Callable[[Office, random.Random], str], rounds: int, requests: int
) -> tuple[list[float], str]:
    """The first round only warms up. Both towns are asked in turns, so that a busy machine is busy for both."""
    chance = random.Random(1)  # noqa: S311  # no secret
    values, slow = [], (0.0, 0.0)
    for number in range(rounds + 1):
        times = [(less.ask(choose(less, chance)), more.ask(choose(more, chance))) for _ in range(requests)]
        slow = (p95([one for one, _ in times]), p95([one for _, one in times]))
        if number:
            values.append(slow[1] / slow[0])
    return values, f"p95 {slow[0] * 1000:.1f} and {slow[1] * 1000:.1f} ms"


def p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]

"""The desk of a large town against that of a small one, on PostgreSQL: the same pages and questions, in turns."""

import asyncio
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import quantiles
from typing import TypeAlias
from urllib.parse import urlencode

from sqlalchemy import select
from starlette.applications import Starlette

from app import identity
from app.cases.models import CaseFile
from app.identity import accounts
from app.kit import db
from app.kit.towns import Town, Towns
from app.main import create_app
from app.people import finding
from bench import crowd, named, search
from bench.crowd import Crowd
from bench.ground import large
from bench.ratios import Ratio
from bench.signed import ask, scope
from tests.proof import loads

SMALL, PEOPLE = Crowd(10_000, 50_000, 1_000), 1_000_000
TINY = (Crowd(20, 40, 20), Crowd(40, 120, 40))
CASES, OPEN = 5, 10
"""Cases that a person has, and of how many people one waits."""
MOST = 1.5
REQUESTS, QUESTIONS = 100, 240
QUEUES = (
    "tab=mine", "tab=nobody", "tab=waiting", "tab=all", "tab=all&due=late", "tab=all&service=birth_certificate",
    "tab=all&state=waiting", "tab=all&language=zh-Hant", "tab=all&turn=answered",
)  # fmt: skip
CLERK, SUPERVISOR = "clara@puertoclaro.example", "samir@puertoclaro.example"


@dataclass(frozen=True)
class Office:
    """A town with its application, the cookies of a clerk and of her supervisor, and whom and what they open: people by
    number, cases by reference, and places deep in the queue."""

    town: Town
    app: Starlette
    cookies: dict[str, str]
    people: int
    references: tuple[str, ...]
    places: tuple[str, ...]

    def ask(self, who: str, path: str) -> float:
        """Seconds until the page is there."""
        begun = time.perf_counter()
        asyncio.run(ask(self.app, scope(path, self.cookies[who])))
        return time.perf_counter() - begun


Choice: TypeAlias = Callable[[Office, random.Random], str]


def run(rounds: int, small: bool, people: int = 0) -> list[Ratio]:
    """p95 in the large town : p95 in the small one, for each kind of page, and for the search in the same towns."""
    number = people or PEOPLE
    few, many = TINY if small else (SMALL, Crowd(number, number * CASES, number // OPEN))
    with office(few) as less, office(many) as more:
        ratios = [
            Ratio(f"{name}, p95: {many.people:,} people : {few.people:,}", tuple(values), most=MOST, note=note)
            for name, (who, choose) in PAGES.items()
            for values, note in [_ratios(less, more, who, choose, rounds, 20 if small else REQUESTS)]
        ]
        asked = 20 if small else QUESTIONS
        return ratios + search.compared(less.town, more.town, few.people, many.people, rounds, asked)


@contextmanager
def office(of: Crowd) -> Iterator[Office]:
    with large(of) as town:
        yield opened(town, of.people)


def opened(town: Town, people: int) -> Office:
    """Cases are chosen from all ages, by their place in the order of time."""
    c = db.table(CaseFile).c
    with db.read(town) as unit:
        found = db.rows(unit, select(c.reference, c.department).order_by(c.received_at.desc()).limit(crowd.READ))
        found = [*found, *db.rows(unit, select(c.reference, c.department).order_by(c.received_at).limit(crowd.READ))]
        deep = db.rows(unit, select(c.expected, c.id).where(c.closed_at.is_(None)).limit(1000))
    cookies = {who: _signed_in(town, who) for who in (CLERK, SUPERVISOR)}
    places = tuple(f"{row.expected.isoformat()}.{row.id.hex}" for row in deep)
    return Office(town, create_app(Towns(town)), cookies, people, tuple(row.reference for row in found), places)


def _signed_in(town: Town, email: str) -> str:
    """With a purpose, for looking at people."""
    with db.write(town) as unit:
        account = accounts.by_email(unit, email)
        secret = identity.open_session(unit, account, "", way="passkey")
    with db.write(town) as unit:
        finding.choose(unit, identity.actor(unit, secret, "en"), "look_contact", "")
    return loads.cookie(town, secret)


def _queue(office: Office, chance: random.Random) -> str:
    return f"/en/desk/cases?{chance.choice(QUEUES)}"


def _case(office: Office, chance: random.Random) -> str:
    return f"/en/desk/cases/{chance.choice(office.references)}"


def _person(office: Office, chance: random.Random) -> str:
    return f"/en/desk/people/{crowd.person(chance.randrange(min(office.people, crowd.WHOLE)))}"


def _deep(office: Office, chance: random.Random) -> str:
    return f"/en/desk/cases?after={chance.choice(office.places)}"


def _box(office: Office, chance: random.Random) -> str:
    return f"/en/desk/search?{urlencode({'q': chance.choice(ASKED)})}"


ASKED = named.questions(QUESTIONS, SMALL.people)
PAGES: dict[str, tuple[str, Choice]] = {
    "the start page": (CLERK, lambda *_: "/en/desk"),
    "the queue": (CLERK, _queue),
    "deep in the queue": (CLERK, _deep),
    "a case beside the queue": (CLERK, _case),
    "a person in full": (CLERK, _person),
    "the page of a search": (CLERK, _box),
    "the team's page": (SUPERVISOR, lambda *_: "/en/desk/team"),
}


def _ratios(
    less: Office, more: Office, who: str, choose: Choice, rounds: int, requests: int
) -> tuple[list[float], str]:
    """The first round only warms up. Both towns are asked in turns, so that a busy machine is busy for both."""
    chance = random.Random(1)  # noqa: S311  # no secret
    values, slow = [], (0.0, 0.0)
    for number in range(rounds + 1):
        times = [(less.ask(who, choose(less, chance)), more.ask(who, choose(more, chance))) for _ in range(requests)]
        slow = (p95([one for one, _ in times]), p95([one for _, one in times]))
        if number:
            values.append(slow[1] / slow[0])
    return values, f"p95 {slow[0] * 1000:.1f} and {slow[1] * 1000:.1f} ms"


def p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]

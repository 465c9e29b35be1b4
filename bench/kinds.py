"""Each kind of page that people see: what a first visit weighs, and how long its answer takes beside a bare response of
the same bytes, request by request in turns. And a journey, from the front page to the receipt."""

import http.client
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import httpx

from bench import journey
from bench.ground import Ground, free_port, laid, process
from bench.ratios import ROUNDS, Ratio
from bench.signed import FEW, send
from bench.visit import BLOCKING, EVERYTHING, Visit, visit
from bench.weight import asking
from tests.applying import begin
from tests.proof import loads

PUBLIC = {
    "home": "",
    "services": "services",
    "a service": "services/birth-certificate",
    "a service with a calendar": "services/recycling-calendar?street=Calle%20del%20Faro",
    "life events": "life-events",
    "a life event": "life-events/child",
    "questions and answers": "articles",
    "an article": "articles/bins-and-bags",
    "events": "events",
    "an event": "events/repair-cafe",
    "offices": "offices",
    "an office": "offices/town-hall",
    "announcements": "announcements",
    "announcements of a street": "announcements?street=Calle%20del%20Faro",
    "a search": "search?q=nappies",
    "ways to a person": "contact",
    "data protection": "data-protection",
    "the statement": "accessibility",
    "reading settings": "reading",
    "the gallery": "components",
    "a part in the gallery": "components/button",
    "the page without network": "offline",
    "checking a receipt": "check",
    "signing in": "sign-in",
}
LOCALES = ("en", "es", "zh-Hant", "ar")
WALKS = 5
"""Journeys in a round."""
GALLERY = "a part in the gallery"
"""For whoever builds pages: it shows all parts, and has no limit."""


@dataclass(frozen=True)
class Kind:
    """One address in each locale; `cookie` for a page that belongs to somebody, which is drawn each time."""

    name: str
    paths: tuple[str, ...]
    cookie: str = ""

    @property
    def headers(self) -> dict[str, str]:
        given = {"Host": "localhost", "Accept-Encoding": "gzip", "Sec-Fetch-Site": "none"}
        return {**given, "Cookie": self.cookie} if self.cookie else given


def run(rounds: int = ROUNDS, small: bool = False) -> list[Ratio]:
    with laid() as ground, ExitStack() as stack:
        site = free_port()
        stack.enter_context(process(["-m", "app", "serve"], ground.settings, site))
        every = [*list(_public())[: 2 if small else None], *_own(ground, site)]
        found = [ratio for kind in every for ratio in _weighed(kind, _visits(kind, site))]
        bodies = [_body(kind, site) for kind in every]
        bare = _bare(stack, ground.folder, bodies)
        for number, kind in enumerate(every):
            ask = partial(_taken, kind, (site, kind.paths[0]), (bare, f"/{number}"), 5 if small else 200)
            found += _timed(kind, [ask() for _ in range(rounds + 1)][1:], len(bodies[number]))
        return found + journey.run(stack, ground, site, rounds, 1 if small else WALKS)


def _public() -> Iterator[Kind]:
    for name, below in PUBLIC.items():
        yield Kind(name, tuple(f"/{locale}/{below}" for locale in LOCALES))


def _own(ground: Ground, site: int) -> Iterator[Kind]:
    """What belongs to somebody: the first question of a form that a guest began, and a page with three cases."""
    with httpx.Client(base_url=f"http://localhost:{site}", headers={"Sec-Fetch-Site": "same-origin"}) as guest:
        form = begin(guest, "birth-certificate").partition("/en/")[2]
        cookie = "; ".join(f"{name}={value}" for name, value in guest.cookies.items())
    yield Kind("a form", tuple(f"/{locale}/{form}" for locale in LOCALES), cookie)
    send(ground.town, FEW, 3)
    yield Kind("my page", tuple(f"/{locale}/me" for locale in LOCALES), loads.staff_cookie(ground.town, FEW)[0])


def _visits(kind: Kind, site: int) -> list[Visit]:
    with httpx.Client(base_url=f"http://127.0.0.1:{site}", headers=kind.headers) as browser:
        return [visit(asking(browser.get), path) for path in kind.paths]


def _weighed(kind: Kind, visits: Sequence[Visit]) -> Iterator[Ratio]:
    """Each locale is a value; the heaviest counts."""
    allowed = max(each.allowed for each in visits)
    for what, found, most in (
        ("HTML and blocking CSS : 14 KB", [each.blocking for each in visits], BLOCKING),
        ("everything : 60 KB", [each.everything for each in visits], EVERYTHING),
        (f"requests : {allowed}", [len(each.parts) for each in visits], allowed),
    ):
        goal = float("inf") if kind.name == GALLERY else 1.0
        shares = tuple(number / most for number in found)
        yield Ratio(f"{kind.name}: {what}", shares, most=goal, note=f"{max(found)} in the heaviest")


def _body(kind: Kind, site: int) -> bytes:
    """As it travels."""
    line = http.client.HTTPConnection("127.0.0.1", site)
    line.request("GET", kind.paths[0], headers=kind.headers)
    return line.getresponse().read()


def _bare(stack: ExitStack, folder: Path, bodies: Sequence[bytes]) -> int:
    """A bare Starlette that answers /0, /1, ... with these bytes; its port."""
    port, files = free_port(), [folder / f"{number}.body" for number in range(len(bodies))]
    for file, body in zip(files, bodies, strict=True):
        file.write_bytes(body)
    stack.enter_context(process(["-m", "bench.bare", str(port), *map(str, files)], {}, port, "/"))
    return port


def _taken(kind: Kind, ours: tuple[int, str], theirs: tuple[int, str], asked: int) -> tuple[list[float], list[float]]:
    """Seconds of our answers and of theirs, each sorted, in turns."""
    lines = [http.client.HTTPConnection("127.0.0.1", port) for port, _ in (ours, theirs)]
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(asked):
        for line, (_, path), times in zip(lines, (ours, theirs), taken, strict=True):
            begun = time.perf_counter()
            line.request("GET", path, headers=kind.headers)
            line.getresponse().read()
            times.append(time.perf_counter() - begun)
    for line in lines:
        line.close()
    return sorted(taken[0]), sorted(taken[1])


def _timed(kind: Kind, turns: Sequence[tuple[list[float], list[float]]], size: int) -> Iterator[Ratio]:
    for share in (50, 95):
        ours, theirs = ([each[len(each) * share // 100] for each in side] for side in zip(*turns, strict=True))
        note = f"{size} bytes, {1000 * sorted(ours)[len(ours) // 2]:.1f} ms"
        ratios = tuple(mine / bare for mine, bare in zip(ours, theirs, strict=True))
        yield Ratio(f"{kind.name}: p{share} : bare Starlette", ratios, note=note)

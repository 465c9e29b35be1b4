"""Signed-in pages, whole requests with their queries, against rendering their template alone from ready data."""

import asyncio
import time
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.types import Message, Scope

from app import cases, identity
from app.identity import accounts
from app.kit import db, edge
from app.kit.pages import Answer, Here, Page, render
from app.kit.towns import Town, Towns
from app.main import create_app
from bench.ground import Ground
from bench.ratios import Ratio
from tests.proof import loads

TWICE = 2.0
ASKED = ((b"accept-encoding", b"gzip"), (b"sec-fetch-site", b"none"))
"""By the person herself: the answer is compressed."""
FEW, MANY = "few@example.com", "many@example.com"


def run(ground: Ground, rounds: int, requests: int, most: int) -> list[Ratio]:
    """A citizen with three cases, another with `most`, and a clerk whose queue is full."""
    town = ground.town
    mine, *_ = send(town, FEW, 3)
    send(town, MANY, most)
    few, many, clerk = (loads.staff_cookie(town, who)[0] for who in (FEW, MANY, "clara@puertoclaro.example"))
    app = create_app(Towns(town))
    pages = {
        "my page": ("/en/me", few),
        "my cases, 3": ("/en/me/cases", few),
        "my cases, 50": ("/en/me/cases", many),
        "a case of mine": (f"/en/cases/{mine}", few),
        "the desk's queue": ("/en/desk/cases?tab=all", clerk),
        "a case beside the queue": (f"/en/desk/cases/{mine}", clerk),
    }
    return [
        ratio for name, (path, who) in pages.items() for ratio in _page(app, name, scope(path, who), rounds, requests)
    ]


def send(town: Town, email: str, count: int) -> list[str]:
    """Have somebody send so many forms; the references."""
    drafts = loads.ready(town, count, email)
    with db.read(town) as unit:
        account = accounts.by_email(unit, email)
        assert account is not None
        actor = identity.as_actor(unit, account)
    made = []
    for draft in drafts:
        with db.write(town) as unit:
            made.append(cases.submit(unit, actor, draft.id, draft.digest).reference)
    return made


@dataclass(frozen=True)
class Ready:
    """A page as the edge saw it once: who asked, what the handler gave, what stands around it."""

    request: Request
    page: Page
    here: Here
    size: int

    def ask(self) -> None:
        """The page's own queries, its words and its template: what its handler does, without the edge."""
        with db.read(self.request.state.town) as unit:
            page = self.request.scope["endpoint"].__wrapped__(self.request, unit)
        render(self.here.locale, page, self.here).encode()

    def draw(self) -> None:
        render(self.here.locale, self.page, self.here).encode()


def _page(app: Starlette, name: str, scope: Scope, rounds: int, requests: int) -> list[Ratio]:
    """Page, whole request and template take turns: each finds the processor's caches as the others left them."""
    ready = _ready(app, scope)
    told = [asyncio.run(_round(app, scope, ready, requests)) for _ in range(rounds + 1)][1:]
    note = f"{ready.size} bytes, {median(alone for *_, alone in told) / requests * 1000:.2f} ms"
    return [
        Ratio(
            f"{name}, with its queries : its template",
            tuple(own / alone for own, _, alone in told),
            most=TWICE,
            note=note,
        ),
        Ratio(f"{name}, whole request : its template", tuple(whole / alone for _, whole, alone in told)),
    ]


async def _round(app: Starlette, scope: Scope, ready: Ready, requests: int) -> tuple[float, float, float]:
    """Seconds of CPU, of all threads: for the page, for whole requests with session and visitor, for the template."""
    own = whole = alone = 0.0
    for _ in range(requests):
        marks = [time.process_time()]
        ready.ask()
        marks.append(time.process_time())
        await ask(app, scope)
        marks.append(time.process_time())
        ready.draw()
        marks.append(time.process_time())
        own, whole, alone = own + marks[1] - marks[0], whole + marks[2] - marks[1], alone + marks[3] - marks[2]
    return own, whole, alone


def _ready(app: Starlette, scope: Scope) -> Ready:
    """Ask once and look at what is rendered."""
    seen: list[tuple[Request, Answer, Here]] = []
    respond = edge.respond

    def watched(request: Request, answer: Answer, here: Here, status: int | None = None) -> Any:
        seen.append((request, answer, here))
        return respond(request, answer, here, status)

    edge.respond = watched
    try:
        size = asyncio.run(ask(app, scope))
    finally:
        edge.respond = respond
    request, page, here = seen[-1]
    assert isinstance(page, Page)
    return Ready(request, page, replace(here, slots=page.slots), size)


async def ask(app: Starlette, scope: Scope) -> int:
    """One request, from the outermost layer of the application; how many bytes its answer has."""
    size = 0

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal size
        if message["type"] == "http.response.start" and message["status"] != 200:
            raise RuntimeError(f"{scope['path']}: {message['status']}")
        size += len(message.get("body", b""))

    await app({**scope, "state": {}}, receive, send)
    return size


def scope(path: str, cookie: str) -> Scope:
    """A request for a page, as a server hands it on."""
    plain, _, query = path.partition("?")
    return {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": plain, "raw_path": plain.encode(), "query_string": query.encode(), "root_path": "",
        "headers": [(b"host", b"localhost"), (b"cookie", cookie.encode()), *ASKED], "client": ("127.0.0.1", 1),
        "server": ("localhost", 80),
    }  # fmt: skip

"""Signed-in pages, whole requests with their queries, against rendering their template alone from ready data."""

import asyncio
import time
from dataclasses import replace
from statistics import median
from typing import Any

from starlette.applications import Starlette
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
    return [_page(app, name, path, cookie, rounds, requests) for name, (path, cookie) in pages.items()]


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


def _page(app: Starlette, name: str, path: str, cookie: str, rounds: int, requests: int) -> Ratio:
    """Request, template, request, template: each finds the processor's caches as the other left them."""
    scope = _scope(path, cookie)
    page, here, size = _ready(app, scope)
    told = [asyncio.run(_round(app, scope, page, here, requests)) for _ in range(rounds + 1)][1:]
    note = f"{size} bytes, {median(alone for _, alone in told) / requests * 1000:.2f} ms"
    return Ratio(
        f"{name}: request : its template alone", tuple(one / other for one, other in told), most=TWICE, note=note
    )


async def _round(app: Starlette, scope: Scope, page: Page, here: Here, requests: int) -> tuple[float, float]:
    """Seconds of CPU of all threads: for whole requests, and for rendering alone."""
    whole = alone = 0.0
    for _ in range(requests):
        begun = time.process_time()
        await _ask(app, scope)
        asked = time.process_time()
        render(here.locale, page, here).encode()
        whole, alone = whole + asked - begun, alone + time.process_time() - asked
    return whole, alone


def _ready(app: Starlette, scope: Scope) -> tuple[Page, Here, int]:
    """Ask once and look at what is rendered."""
    seen: list[tuple[Answer, Here]] = []
    respond = edge.respond

    def watched(request: Any, answer: Answer, here: Here, status: int | None = None) -> Any:
        seen.append((answer, here))
        return respond(request, answer, here, status)

    edge.respond = watched
    try:
        size = asyncio.run(_ask(app, scope))
    finally:
        edge.respond = respond
    page, here = seen[-1]
    assert isinstance(page, Page)
    return page, replace(here, slots=page.slots), size


async def _ask(app: Starlette, scope: Scope) -> int:
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


def _scope(path: str, cookie: str) -> Scope:
    plain, _, query = path.partition("?")
    return {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": plain, "raw_path": plain.encode(), "query_string": query.encode(), "root_path": "",
        "headers": [(b"host", b"localhost"), (b"cookie", cookie.encode())], "client": ("127.0.0.1", 1),
        "server": ("localhost", 80),
    }  # fmt: skip

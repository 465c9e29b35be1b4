"""Submissions recorded, against bare commits of one row, by two processes on the same file system; and over HTTP."""

import asyncio
import multiprocessing
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from app import cases, identity
from app.identity import accounts
from app.kit import db, engines
from app.kit.settling import settle
from app.kit.towns import Town
from app.wiring import jobs
from bench import load
from bench.ground import Ground, free_port, laid, process
from bench.load import Target
from bench.ratios import ROUNDS, Ratio
from tests.proof import loads

PROCESSES = 2
SHARE = 0.03
EMAIL = "load@example.com"
COMMITS = 200
"""Bare commits of one process and round."""
WARM = 3
"""Submissions of each process before the clock starts: statements are compiled, content is read."""


def run(rounds: int = ROUNDS, small: bool = False) -> list[Ratio]:
    each = 4 if small else 100
    with laid() as ground:
        loads.without_recall(ground.town)
        drafts = loads.ready(ground.town, (rounds + 1) * (2 * each + WARM) * PROCESSES, EMAIL)
        engines.dispose()  # processes are forked: nothing may stay connected
        recorded, sent, bare = [], [], []
        with process(["-m", "app", "serve"], ground.settings, port := free_port()):
            for _ in range(rounds + 1):
                recorded.append(
                    _together(_submit, [(ground.town, _take(drafts, each + WARM)) for _ in range(PROCESSES)])
                )
                bare.append(_together(_commit, [(ground.folder / "bare.db", COMMITS) for _ in range(PROCESSES)]))
                sent.append(_send(port, _take(drafts, each * PROCESSES)))
        settled = _settle(ground)
    return [
        Ratio("submissions by two processes : bare commits", _ratios(recorded, bare), least=SHARE),
        Ratio("submissions over HTTP, one web process : bare commits", _ratios(sent, bare)),
        Ratio("jobs of one worker : bare commits", tuple(settled / rate for rate in bare[1:])),
    ]


def _take(drafts: list[loads.Ready], count: int) -> list[loads.Ready]:
    taken, drafts[:] = drafts[:count], drafts[count:]
    return taken


def _ratios(ours: list[float], theirs: list[float]) -> tuple[float, ...]:
    """Without the first round, which only warms up."""
    return tuple(one / other for one, other in zip(ours[1:], theirs[1:], strict=True))


def _together(work: Callable[..., None], shares: list[tuple[Any, Any]]) -> float:
    """How much is done in a second by processes that begin at the same moment."""
    fork = multiprocessing.get_context("fork")
    start, end = fork.Barrier(len(shares) + 1), fork.Barrier(len(shares) + 1)
    started = [fork.Process(target=_one, args=(work, share, start, end)) for share in shares]
    for each in started:
        each.start()
    start.wait(60)
    begun = time.perf_counter()
    end.wait(300)
    spent = time.perf_counter() - begun
    for each in started:
        each.join(60)
        if each.exitcode:
            raise RuntimeError("a process of the load failed")
    return sum(share[1] if isinstance(share[1], int) else len(share[1]) - WARM for share in shares) / spent


def _one(work: Callable[..., None], share: tuple[Any, Any], start: Any, end: Any) -> None:
    try:
        work(*share, start)
        end.wait(300)
    except BaseException:
        end.abort()
        raise


def _submit(town: Town, drafts: list[loads.Ready], start: Any) -> None:
    """What the edge does with a submission, without HTTP: one write unit, once more after a conflict."""
    jobs.install()
    with db.read(town) as unit:
        account = accounts.by_email(unit, EMAIL)
        assert account is not None
        actor = identity.as_actor(unit, account)
    for number, draft in enumerate(drafts):
        while not _submitted(town, actor, draft.id, draft.digest):
            pass
        if number == WARM - 1:
            start.wait(60)


def _submitted(town: Town, actor: Any, draft: UUID, digest: str) -> bool:
    try:
        with db.write(town) as unit:
            cases.submit(unit, actor, draft, digest)
    except db.Conflict:
        return False
    return True


def _commit(file: Path, count: int, start: Any) -> None:
    """The least that can be recorded: one row, one commit, as durable as ours."""
    connection = sqlite3.connect(file, isolation_level=None, timeout=60)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, words TEXT)")
    start.wait(60)
    for _ in range(count):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO bare (words) VALUES ('one row')")
        connection.execute("COMMIT")
    connection.close()


def _send(port: int, drafts: list[loads.Ready]) -> float:
    begun = time.perf_counter()
    asyncio.run(load.each([Target(port, _post(port, draft), None) for draft in drafts]))
    return len(drafts) / (time.perf_counter() - begun)


def _post(port: int, draft: loads.Ready) -> bytes:
    body = urlencode(draft.form)
    lines = [
        f"POST {draft.path} HTTP/1.1", f"Host: localhost:{port}", f"Cookie: {draft.cookie}",
        "Sec-Fetch-Site: same-origin", "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}", "", body,
    ]  # fmt: skip
    return "\r\n".join(lines).encode()


def _settle(ground: Ground) -> float:
    """Jobs a second of one worker, on what the submissions left behind."""
    begun = time.perf_counter()
    return settle(ground.town, jobs.install(), 1_000_000) / (time.perf_counter() - begun)

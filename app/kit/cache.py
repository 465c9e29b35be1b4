"""The micro-cache: public pages as compressed bytes, answered before routing, per town and content version."""

import gzip
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias
from urllib.parse import parse_qsl, urlencode
from zlib import crc32

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.kit import db
from app.kit.squeezing import takes_gzip
from app.kit.templates import static_hash
from app.kit.towns import Town

FRESH, STALE = 60, 600
"""Seconds for which others may keep a page, and may show it while they ask again."""
UNTIL = "X-Keep-Until"
QUERY = {
    "search": frozenset({"q"}),
    "announcements": frozenset({"street"}),
    "feedback": frozenset({"page"}),
    "thanks": frozenset({"page"}),
}
"""Query parameters that make another public page, by the end of its path; all others are not part of the key."""
BELOW = {"services": frozenset({"street"})}
"""The same for pages right below a path."""
LONGEST = 200
"""Letters of such a parameter that are read."""
MOST, MOST_ASKED = 2_000, 200
"""Pages that are kept; of those that were asked for with words of one's own, fewer, and apart from the others."""
OURS = frozenset({b"content-length", b"x-content-version", UNTIL.lower().encode()})
AGE = 1.0
"""Seconds after which the content version of a town is read again."""
Key: TypeAlias = tuple[str, str, str]
"""Town, path, and what of the query makes another page."""


@dataclass
class Entry:
    version: str
    headers: list[tuple[bytes, bytes]]
    plain: bytes
    small: bytes
    etag: str
    until: datetime | None
    discreet: bool

    def holds(self, version: str, now: datetime) -> bool:
        return self.version == version and (self.until is None or now < self.until)


@dataclass
class _Seen:
    version: str = ""
    at: float = -1e9


@dataclass
class MicroCache:
    """ASGI middleware. A page says with the header X-Content-Version that it may be kept, and with X-Keep-Until from
    when it is another one whatever the content."""

    app: ASGIApp
    version_of: Callable[[db.Unit], str]
    entries: OrderedDict[Key, Entry] = field(default_factory=OrderedDict)
    asked: OrderedDict[Key, Entry] = field(default_factory=OrderedDict)
    seen: dict[str, _Seen] = field(default_factory=dict)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or "town" not in scope.get("state", {}):
            await self.app(scope, receive, send)
            return
        town: Town = scope["state"]["town"]
        headers = Headers(scope=scope)
        key = (town.name, scope["path"], allowed_query(scope["path"], scope["query_string"]))
        entries = self._entries(key)
        entry = entries.get(key)
        head = scope["method"] == "HEAD"
        if headers.get("hx-request"):
            await self.app(scope, receive, _unkept(send))
        elif entry is not None and entry.holds(await self._version(town), town.clock.now()):
            await _answer(entry, town.clock.now(), headers, head, send)
        else:
            entries.pop(key, None)
            await self.app(scope, receive, self._keeping(key, town, headers, head, send))

    async def _version(self, town: Town) -> str:
        seen = self.seen.setdefault(town.name, _Seen())
        now = time.monotonic()
        if now - seen.at > AGE:

            def ask() -> str:
                with db.read(town) as unit:
                    return self.version_of(unit)

            seen.version = await run_in_threadpool(ask)
            seen.at = now
        return seen.version

    def _keeping(self, key: Key, town: Town, asked: Headers, head: bool, send: Send) -> Send:
        started: Message = {}
        body = bytearray()
        pass_on = _unkept(send)

        async def keep(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start" and _may_keep(message):
                started = message
                return
            if not started:
                await pass_on(message)
                return
            body.extend(message.get("body", b""))
            if message.get("more_body"):
                return
            headers = MutableHeaders(raw=list(started["headers"]))
            headers["Vary"] = "Accept-Encoding, HX-Request"  # a browser would put the whole page into a slot
            await _answer(self._put(key, headers, bytes(body)), town.clock.now(), asked, head, send)

        return keep

    def _put(self, key: Key, headers: MutableHeaders, body: bytes) -> Entry:
        small = gzip.compress(body, 9, mtime=0)
        etag = f'"{static_hash()[:6]}-{crc32(body):x}"'
        until = datetime.fromisoformat(headers[UNTIL]) if UNTIL in headers else None
        kept = [(name, value) for name, value in headers.raw if name not in OURS]
        entries = self._entries(key)
        entries[key] = entry = Entry(
            headers["x-content-version"], kept, body, small, etag, until, headers.get("x-keep") == "no"
        )
        while len(entries) > (MOST_ASKED if key[2] else MOST):
            entries.popitem(last=False)
        return entry

    def _entries(self, key: Key) -> OrderedDict[Key, Entry]:
        return self.asked if key[2] else self.entries


def _may_keep(start: Message) -> bool:
    return start["status"] == 200 and "x-content-version" in MutableHeaders(raw=start["headers"])


def _unkept(send: Send) -> Send:
    """What nobody keeps: part of a public page, for a script, or anything but a page."""

    async def pass_on(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=message["headers"])
            if "x-content-version" in headers:
                for name in ("x-content-version", UNTIL):
                    del headers[name]
                headers["Cache-Control"] = "no-store"
        await send(message)

    return pass_on


def _control(entry: Entry, now: datetime) -> str:
    """Others keep it a minute, and never beyond the moment when it changes by itself; what is nobody's business not
    at all."""
    if entry.discreet:
        return "no-store"
    left = int((entry.until - now).total_seconds()) if entry.until else FRESH + STALE
    fresh = max(0, min(FRESH, left))
    return f"public, max-age=0, s-maxage={fresh}, stale-while-revalidate={max(0, min(STALE, left - fresh))}"


async def _answer(entry: Entry, now: datetime, headers: Headers, head: bool, send: Send) -> None:
    zipped = takes_gzip(headers.get("accept-encoding", ""))
    etag = f'{entry.etag[:-1]}-gz"' if zipped else entry.etag
    made = [*entry.headers, (b"cache-control", _control(entry, now).encode()), (b"etag", etag.encode())]
    if etag in headers.get("if-none-match", ""):
        await send({"type": "http.response.start", "status": 304, "headers": made})
        await send({"type": "http.response.body", "body": b""})
        return
    body = entry.small if zipped else entry.plain
    if zipped:
        made.append((b"content-encoding", b"gzip"))
    made.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": 200, "headers": made})
    await send({"type": "http.response.body", "body": b"" if head else body})


def allowed_query(path: str, raw: bytes) -> str:
    """Only the parameters that make another page, sorted."""
    above, _, page = path.rpartition("/")
    allowed = QUERY.get(page) or BELOW.get(above.rpartition("/")[2], frozenset())
    if not raw or not allowed:
        return ""
    pairs = [(name, value[:LONGEST]) for name, value in parse_qsl(raw.decode("latin-1")) if name in allowed]
    return urlencode(sorted(pairs))


def keep_until(request: Request, moments: Iterable[datetime]) -> None:
    """Say that a public page is another one from the first of these moments: nobody keeps it longer."""
    known = (getattr(request.state, "until", None), *moments)
    request.state.until = min((moment for moment in known if moment), default=None)

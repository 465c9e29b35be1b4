"""Logs: one JSON object a line, or readable on a screen. Ids and names of ours only: no query, no body, no address.

What an exception says may repeat what somebody typed; its kind and the places it came through are logged, its message
only at the level debug.
"""

import logging
import sys
import traceback
from time import perf_counter
from types import TracebackType
from typing import Any

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.typing import EventDict, Processor

requests = logging.getLogger("app.requests")
QUIET = ("uvicorn.error", "uvicorn.access", "httpx", "httpcore", "alembic", "asyncio")


def configure(level: str) -> None:
    """Send every log of this process to standard error."""
    screen = sys.stderr.isatty()
    last: Processor = structlog.dev.ConsoleRenderer() if screen else structlog.processors.JSONRenderer()
    chain: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _where_it_broke if level != "debug" else structlog.processors.format_exc_info,
    ]
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=chain,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))


def _where_it_broke(logger: Any, method: str, entry: EventDict) -> EventDict:
    raised = entry.pop("exc_info", None)
    if isinstance(raised, BaseException):
        raised = (type(raised), raised, raised.__traceback__)
    elif raised and not isinstance(raised, tuple):
        raised = sys.exc_info()
    if raised and raised[0]:
        entry["raised"] = raised[0].__name__
        entry["through"] = _frames(raised[2])
        cause = raised[1].__cause__ if raised[1] else None
        if cause:
            entry["because"] = type(cause).__name__
    return entry


def _frames(trace: TracebackType | None) -> list[str]:
    """The frames of our own code, outermost first, and the last one wherever it is."""
    frames = traceback.extract_tb(trace)
    own = [frame for frame in frames if "/app/" in frame.filename] + list(frames[-1:])
    return list(dict.fromkeys(f"{frame.filename.rpartition('/app/')[2]}:{frame.lineno} {frame.name}" for frame in own))


class RequestLog:
    """ASGI: one line a request, by the handler's name: a path may hold a code or a reference."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not requests.isEnabledFor(logging.INFO):
            await self.app(scope, receive, send)
            return
        start, status = perf_counter(), 0

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, watched)
        finally:
            requests.info("%s %s", scope["method"], status, extra=_about(scope, perf_counter() - start))


def _about(scope: Scope, seconds: float) -> dict[str, object]:
    endpoint = scope.get("endpoint")
    town = scope.get("state", {}).get("town")
    about: dict[str, object] = {"ms": round(seconds * 1000, 1)}
    if endpoint is not None:
        about["handler"] = f"{getattr(endpoint, '__module__', '')}.{getattr(endpoint, '__qualname__', '')}"
    if town is not None:
        about["town"] = town.name
    return about

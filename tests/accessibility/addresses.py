"""The addresses of the town's pages: as its routes name them, and which of them a path belongs to."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from starlette.routing import BaseRoute, Mount, Route

from app.wiring.routes import ROUTES


def addresses(routes: Sequence[BaseRoute] = ROUTES, before: str = "") -> Iterator[str]:
    """Every address that answers GET."""
    for route in routes:
        if isinstance(route, Mount):
            yield from addresses(route.routes or (), "/{locale}")
        elif isinstance(route, Route) and "GET" in (route.methods or ()):
            yield before + route.path


@cache
def patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(address, re.compile(_pattern(address))) for address in every_address()]


def every_address(routes: Sequence[BaseRoute] = ROUTES, before: str = "") -> Iterator[str]:
    """Those that only answer POST too: what comes back from a form stands at its own address."""
    for route in routes:
        if isinstance(route, Mount):
            yield from every_address(route.routes or (), "/{locale}")
        elif isinstance(route, Route):
            yield before + route.path


def address_of(path: str) -> str:
    """The first route that answers this path: the same that answers the browser."""
    for address, pattern in patterns():
        if pattern.fullmatch(path):
            return address
    raise LookupError(f"no route answers {path}")


def _pattern(address: str) -> str:
    parts = re.split(r"(\{[^}]*\})", address)
    return "".join(_piece(part) if part.startswith("{") else re.escape(part) for part in parts)


def _piece(parameter: str) -> str:
    kind = parameter.strip("{}").partition(":")[2]
    return {"path": ".+", "uuid": "[0-9a-f-]{36}"}.get(kind, "[^/]+")

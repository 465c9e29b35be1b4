"""Every route of the house, and what stands in its path for something of Amina's."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from starlette.routing import BaseRoute, Mount, Route

from app.wiring.routes import ROUTES


@dataclass(frozen=True)
class Crossing:
    """A route as it is asked: `path` still has the names of what goes into it."""

    method: str
    path: str

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    def url(self, things: Mapping[str, str]) -> str:
        made = self.path.replace("{locale}", "en")
        for name, value in things.items():
            made = re.sub(rf"\{{{name}(:\w+)?\}}", lambda _, value=value: value, made)
        assert "{" not in made, f"nothing is known of {self.path}"
        return made


def crossings() -> list[Crossing]:
    return list(_below(ROUTES, ""))


def _below(routes: list[BaseRoute], prefix: str) -> Iterator[Crossing]:
    for route in routes:
        if isinstance(route, Mount):
            yield from _below(route.routes, route.path.replace("{locale:locale}", "{locale}"))
        else:
            assert isinstance(route, Route)
            for method in sorted((route.methods or {"GET"}) - {"HEAD"}):
                yield Crossing(method, prefix + route.path)

"""What a higher room hangs into a page of a lower one; `wiring` brings it through a hook."""

from dataclasses import dataclass

from starlette.requests import Request

from app.kit.db import Unit
from app.kit.views import Glance


@dataclass(frozen=True)
class InNumbers:
    """A service in numbers: of which months, the numbers, and what is to be said of them, or why there are none."""

    period: str
    figures: tuple[Glance, ...]
    told: tuple[str, ...]


def in_numbers(request: Request, unit: Unit, service: str, allowed: str | None, locale: str) -> InNumbers:
    """`allowed` says how long the law gives for an answer, "" if it says nothing, None if nobody waits for one."""
    found: InNumbers = request.app.state.hooks.in_numbers(unit, service, allowed, locale)
    return found

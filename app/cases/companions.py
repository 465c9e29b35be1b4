"""A service whose cases another room looks after: what that room adds to their messages, and where one goes on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.cases.queries import Case
from app.kit.db import Unit


@dataclass(frozen=True)
class Onward:
    """Where it is the person's turn: a path below the locale, and the one-time link that her message carries instead
    (the minter's name and its ids). `label` is a message id."""

    label: str
    path: str
    minter: str
    ids: Mapping[str, str]


class Companion(Protocol):
    def tends(self, unit: Unit, case: Case) -> tuple[str, str] | None:
        """Where staff look after the case: a message id, and a path below that of the case at the desk."""

    def lines(self, unit: Unit, case: Case) -> Sequence[str]:
        """What messages say besides the package's sentences, in the language of the case."""

    def onward(self, unit: Unit, case: Case) -> Onward | None:
        """Where the person goes on in the state that the case is in."""


_companions: dict[str, Companion] = {}


def accompany(service: str, companion: Companion) -> None:
    """Tell this room who looks after a service (`wiring` does, once)."""
    _companions[service] = companion


def is_accompanied(service: str) -> bool:
    """Whether another room looks after the cases of this service."""
    return service in _companions


def tends(unit: Unit, case: Case) -> tuple[str, str] | None:
    found = _companions.get(case.service)
    return found.tends(unit, case) if found and case.closed_at is None else None


def lines(unit: Unit, case: Case) -> Sequence[str]:
    found = _companions.get(case.service)
    return found.lines(unit, case) if found else ()


def onward(unit: Unit, case: Case) -> Onward | None:
    found = _companions.get(case.service)
    return found.onward(unit, case) if found and case.yours and case.closed_at is None else None

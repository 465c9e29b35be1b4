"""Two cases that are one, and the clerk who merges them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.kit.towns import Town
from tests.desk.cases import permit
from tests.towns import Client

Comes = Callable[..., Client]


@pytest.fixture
def samir(comes_as: Comes) -> Client:
    return comes_as("samir")


@pytest.fixture
def two(town: Town, amina: Client) -> tuple[str, str]:
    """Two building permits for the same wall, a minute apart."""
    first = permit(amina)
    town.clock.move(timedelta(minutes=1))
    return first, permit(amina)


def merge(clerk: Client, here: str, other: str) -> Any:
    case = f"/en/desk/cases/{here}"
    return clerk.submit(case, {"other": other}, to=f"{case}/mergers")

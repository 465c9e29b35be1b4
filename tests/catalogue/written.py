"""Pages of a little town at noon of a Monday, and what they say."""

import re
from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from app import catalogue
from app.catalogue.loading import TownFolder
from app.kit import db
from app.kit.towns import Town, Towns
from app.main import create_app

NOON = datetime(2026, 11, 30, 11, tzinfo=UTC)
"""A Monday."""


@pytest.fixture
def client(town: Town, folder: TownFolder) -> TestClient:
    town.clock.set(NOON)
    return opened(town, folder)


def opened(town: Town, folder: TownFolder) -> TestClient:
    with db.write(town) as unit:
        catalogue.import_town(unit, folder)
    return TestClient(create_app(Towns(town)), base_url="http://localhost:8000", follow_redirects=False)


def main(html: str) -> str:
    found = re.search(r"<main.*</main>", html, re.DOTALL)
    assert found
    return found[0]


def shown(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return main(answer.text)


def ages(client: TestClient, path: str) -> tuple[int, int]:
    """For how many seconds others may keep a page, and for how many more they may show it."""
    found = re.fullmatch(
        r"public, max-age=0, s-maxage=(\d+), stale-while-revalidate=(\d+)", client.get(path).headers["cache-control"]
    )
    assert found
    return int(found[1]), int(found[2])

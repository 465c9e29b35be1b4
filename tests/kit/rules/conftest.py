import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine

from app.kit.rules import Kind

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "vectors.json").read_text())


def kind(told: Any) -> Kind:
    if isinstance(told, str):
        return Kind(told)
    name, inside = next(iter(told.items()))
    if name == "group":
        return Kind(name, row={field: kind(inner) for field, inner in inside.items()})
    return Kind(name, options=frozenset(inside))


KINDS = {name: kind(told) for name, told in VECTORS["kinds"].items()}
CASES = [pytest.param(case, id=case["says"]) for case in VECTORS["cases"]]
MISTAKES = [pytest.param(case, id=case["says"]) for case in VECTORS["mistakes"]]


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Both databases; PostgreSQL where TEST_DATABASE_URL names one."""
    url = "sqlite://"
    if request.param == "postgresql":
        url = os.environ.get("TEST_DATABASE_URL", "").replace("postgresql://", "postgresql+psycopg://")
        if not url:
            pytest.skip("TEST_DATABASE_URL names no PostgreSQL")
    engine = create_engine(url)
    yield engine
    engine.dispose()

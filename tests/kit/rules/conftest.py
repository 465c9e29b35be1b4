import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine

from app.kit.rules import Kind
from tests.databases import EMPTY, Databases
from tests.databases import KINDS as KIND_OF_DATABASE

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


@pytest.fixture(scope="session", params=KIND_OF_DATABASE)
def engine(
    request: pytest.FixtureRequest, databases: Databases, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """Both databases, with nothing in them that a rule asks for."""
    town = databases.clone(request.param, EMPTY, "rules", tmp_path_factory.mktemp("rules"))
    made = create_engine(town.database_url.replace("postgresql://", "postgresql+psycopg://"))
    yield made
    made.dispose()
    databases.put_away(town)

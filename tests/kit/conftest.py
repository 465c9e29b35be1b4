"""A fresh SQLite town for the tests of kit, until tests/conftest.py offers towns on both databases."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from app.kit import db, engines
from app.kit.crypto import Keyring
from app.kit.towns import Town


def make_town(folder: Path, name: str = "town") -> Town:
    town = Town(
        name,
        ("localhost",),
        "http://localhost:8000",
        f"sqlite:///{folder}/{name}.db",
        f"file:{folder}/{name}-blobs",
        Keyring(((1, os.urandom(32)),)),
        mail_from="ventanilla@puertoclaro.example",
        demo=True,
    )
    SQLModel.metadata.create_all(engines.engine(town.database_url, "write"))
    return town


def everything(town: Town) -> str:
    """Every row of every table as text, to look for what must not be readable."""
    with db.read(town) as unit:
        return "".join(repr(row) for table in SQLModel.metadata.sorted_tables for row in db.rows(unit, table.select()))


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    yield make_town(tmp_path)
    engines.dispose()

"""A fresh SQLite town for the tests of kit, until tests/conftest.py offers towns on both databases."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from app.kit import engines
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


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    yield make_town(tmp_path)
    engines.dispose()

"""What the tests of kit share with those of small rooms: a bare town, and everything that stands in one."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from app.kit import db, engines
from app.kit.crypto import Keyring
from app.kit.towns import Town


def make_town(folder: Path, name: str = "town") -> Town:
    """A town on SQLite with the tables of the rooms that are imported, and nothing in them."""
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
def at_ten(town: Town) -> None:
    """Five seconds past a minute, so that what follows falls into known ones."""
    town.clock.set(datetime(2026, 11, 24, 10, 0, 5, tzinfo=UTC))

"""A little town with one service, clean as it stands, and ways to break it."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from app.catalogue.checks import check_folder
from app.catalogue.loading import TownFolder, read_town
from app.catalogue.problems import Problem
from app.catalogue.source import Source, open_source
from app.kit import engines
from app.kit.crypto import Keyring
from app.kit.towns import Town

Edit = Callable[[str, str, str], Source]
FOLDER = Path(__file__).parent / "town"


@pytest.fixture
def little() -> Source:
    return open_source(FOLDER)


@pytest.fixture
def edit(little: Source) -> Edit:
    """The little town with one text of one file replaced by another."""

    def change(name: str, old: str, new: str) -> Source:
        text = little.files[name].decode()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        return replace(little, files={**little.files, name: text.replace(old, new).encode()})

    return change


@pytest.fixture
def folder(little: Source) -> TownFolder:
    return read_town(little)


@pytest.fixture
def found() -> Callable[[Source], list[Problem]]:
    """Everything that is wrong with a source."""
    return lambda source: check_folder(read_town(source))


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    made = Town(
        "little",
        ("localhost",),
        "http://localhost:8000",
        f"sqlite:///{tmp_path}/little.db",
        f"file:{tmp_path}/blobs",
        Keyring(((1, os.urandom(32)),)),
        locales=("en", "es"),
    )
    SQLModel.metadata.create_all(engines.engine(made.database_url, "write"))
    yield made
    engines.dispose()

"""The two workflows of the format's own example, read as a package is read: every scalar a string."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from app.workflow import Workflow

HERE = Path(__file__).parent


def read(name: str) -> dict[str, Any]:
    return yaml.load((HERE / name).read_text("utf-8"), Loader=yaml.BaseLoader)


@pytest.fixture
def dog_yaml() -> dict[str, Any]:
    return read("dog.yaml")


@pytest.fixture
def dog(dog_yaml: dict[str, Any]) -> Workflow:
    return Workflow.model_validate(dog_yaml)


@pytest.fixture
def pickup_yaml() -> dict[str, Any]:
    return read("pickup.yaml")


@pytest.fixture
def pickup(pickup_yaml: dict[str, Any]) -> Workflow:
    return Workflow.model_validate(pickup_yaml)

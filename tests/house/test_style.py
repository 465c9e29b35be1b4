"""Format, lint and types, so that bin/check and bin/test find the same."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "words",
    [("ruff", "format", "--check", "."), ("ruff", "check", "."), ("mypy", "--strict", "app")],
    ids=" ".join,
)
def test_nothing_is_found_by(words: tuple[str, ...]) -> None:
    told = subprocess.run([sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout + told.stderr

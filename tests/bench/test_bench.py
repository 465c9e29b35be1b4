"""The benchmarks still run. What they measure is no test's business."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["pages", "kinds", "submissions", "start", "desk", "search", "answers", "figures"])
def test_a_small_round_tells_ratios(name: str):
    """Weight is not timed and has tests of its own."""
    command = [sys.executable, "-m", "bench", name, "--small", "--rounds", "1"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert told.returncode == 0, told.stderr
    heading, *lines = told.stdout.strip().splitlines()[1:]
    assert heading.split() == ["ratio", "min", "median", "max"]
    assert len(lines) >= 2
    assert all(" : " in line for line in lines)

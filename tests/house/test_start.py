"""What is slow to import is imported where it is used."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SLOW = {"alembic", "weasyprint", "duckdb", "numpy", "pytest"}


def test_the_application_starts_without_what_it_seldom_needs() -> None:
    script = "import sys, app.main, app.worker, app.wiring.jobs; print(*sys.modules, sep='\\n')"
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not SLOW & set(told.stdout.split())
